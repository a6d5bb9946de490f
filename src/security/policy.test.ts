import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPolicy } from './policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page allows its own inline scripts by hash and no others', () => {
  const html = withPolicy(
    '<head><meta charset="utf-8"/></head><script>a()</script><script src="/b.js"></script><script type="application/ld+json">{}</script>',
  );
  const policy = /content="([^"]*)"/.exec(html)![1]!;
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<script>'));
});
