/** Checks blocks of requests: their server is there, every request can be read, and what is to be seen is a status. */
import type { HttpModel } from '../../http-model/model-schema.ts';
import { isFault, namedRequests, readRequest, reasons } from '../../http-model/wire.ts';
import type { Page } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';

export function checkHttp(page: Page, models: ReadonlyMap<string, HttpModel>, problems: Problem[]): void {
  for (const { attributes, place, value } of page.fences) {
    const { model: name, reach } = attributes;
    if (name === undefined) continue;
    const model = models.get(name);
    const allowed = [...models.keys()];
    if (!model) problems.push(problem('http-model', place, { name, near: nearest(name, allowed), allowed }));
    const requests = namedRequests(value);
    if (requests.length === 0) problems.push(problem('http-empty', place));
    for (const { text, line } of requests) {
      const read = readRequest(text, model?.host ?? 'example.com');
      if (!isFault(read)) continue;
      const at = { ...place, line: (place.line ?? 0) + line + read.line - 1 };
      problems.push(problem('http-request', at, { text: read.text, isFirst: read.fault === 'first' }));
    }
    for (const status of reach?.split(/\s+/).filter((one) => one !== '') ?? [])
      if (!Object.hasOwn(reasons, status))
        problems.push(problem('http-reach', place, { status, allowed: Object.keys(reasons) }));
  }
}
