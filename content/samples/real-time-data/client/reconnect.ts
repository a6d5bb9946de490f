// #region delay
// #region pause
/** Milliseconds to wait before reconnect `attempt` (0, 1, …): "full jitter". */
export function delay(
  attempt: number,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(30_000, 1_000 * 2 ** attempt);
  return random() * ceiling;
}
// #endregion pause

/** Keeps a socket open; `onMessage` hears all, `resume` says where to go on. */
export function stayConnected(
  url: string,
  resume: () => string,
  onMessage: (data: string) => void,
) {
  let attempt = 0;
  const open = () => {
    const socket = new WebSocket(`${url}?after=${resume()}`);
    socket.onmessage = (event) => {
      attempt = 0; // a message, not a mere open, proves it works
      onMessage(event.data as string);
    };
    socket.onclose = (event) => {
      // Refused by policy: asking again won't help.
      if (event.code === 1008) return;
      setTimeout(open, delay(attempt++));
    };
  };
  open();
}
// #endregion delay
