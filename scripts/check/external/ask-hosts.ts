/** Asks hosts for addresses: politely, one address at a time for each host. */
import type { Answer } from './answers.ts';

export interface Manners {
  /** Milliseconds between two requests to one host. */
  pause: number;
  /** Milliseconds after which a request is given up. */
  patience: number;
  /** Hosts that are asked at the same time. */
  hosts: number;
  /** Where to ask for a copy of an address that is gone. */
  archive: string;
}

const goodManners: Manners = {
  pause: 1000,
  patience: 20_000,
  hosts: 6,
  archive: 'https://archive.org/wayback/available?url=',
};

/**
 * Asks for every address; answers come one by one.
 *
 * @param keep called with each answer as it comes
 */
export async function askHosts(
  urls: readonly string[],
  keep: (url: string, answer: Answer) => void,
  manners: Partial<Manners> = {},
): Promise<void> {
  const all = { ...goodManners, ...manners };
  const queues = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const worker = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const [index, url] of queue.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, all.pause));
        keep(url, await ask(url, all));
      }
  };
  await Promise.all(Array.from({ length: all.hosts }, worker));
}

async function ask(url: string, manners: Manners): Promise<Answer> {
  const checked = new Date().toISOString().slice(0, 10);
  try {
    // Many hosts refuse HEAD for pages that they would show, so a refusal is asked again with GET.
    let response = await request(url, 'HEAD', manners);
    if (!response.ok) response = await request(url, 'GET', manners);
    const status = `${response.status} ${response.statusText}`.trim();
    if (response.ok) return { verdict: 'there', status, checked };
    if (response.status !== 404 && response.status !== 410) return { verdict: 'unsure', status, checked };
    const archive = await archived(url, manners);
    return { verdict: 'gone', status, checked, ...(archive && { archive }) };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const status = name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? cause?.message ?? message);
    return { verdict: 'unsure', status, checked };
  }
}

async function request(url: string, method: 'HEAD' | 'GET', { patience }: Manners): Promise<Response> {
  const response = await fetch(url, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(patience),
    headers: { 'user-agent': 'roadmap-link-check/1.0', accept: 'text/html,*/*;q=0.8' },
  });
  await response.body?.cancel();
  return response;
}

/** Address of the copy that is nearest to today, where there is one. */
async function archived(url: string, { archive, patience }: Manners): Promise<string | undefined> {
  try {
    const response = await fetch(archive + encodeURIComponent(url), { signal: AbortSignal.timeout(patience) });
    const found = (await response.json()) as {
      archived_snapshots?: { closest?: { available?: boolean; url?: string } };
    };
    const { available, url: copy } = found.archived_snapshots?.closest ?? {};
    return available ? copy?.replace(/^http:/, 'https:') : undefined;
  } catch {
    return undefined;
  }
}
