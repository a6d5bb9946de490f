/** Opens the question that the address names, so that its answer shows when a search or a link leads to it. */
export function openAnswer(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const named = id ? document.getElementById(id) : null;
  if (named instanceof HTMLDetailsElement) named.open = true;
}
