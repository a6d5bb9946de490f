import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import test from 'node:test';

const stub: Record<string, string> = {
  'k6/http': 'export default { get: (url) => (globalThis.asked.push(url), { status: 204 }) };',
  k6: 'export const check = (answer, rules) => Object.values(rules).every((rule) => rule(answer)) || globalThis.failed.push(answer);',
};
registerHooks({
  resolve: (name, context, next) =>
    name in stub
      ? { url: `data:text/javascript,${encodeURIComponent(stub[name]!)}`, shortCircuit: true }
      : next(name, context),
});

test('the script asks for the product page in an open model', async () => {
  const asked: string[] = [];
  const failed: unknown[] = [];
  Object.assign(globalThis, { asked, failed, __ENV: { SHOP: 'http://shop' } });
  const script = await import('./product-page.ts');
  script.default();
  assert.deepEqual(asked, ['http://shop/api/products']);
  assert.deepEqual(failed, []);
  assert.match(script.options.scenarios.shoppers.executor, /arrival-rate$/);
});
