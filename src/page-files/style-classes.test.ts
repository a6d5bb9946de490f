import { expect, test } from 'vitest';
import { forStyleClasses, styleRules, withStyleClasses, type StyleClasses } from './style-classes.ts';

const converted = (html: string) => {
  const classes: StyleClasses = new Map();
  return { html: withStyleClasses(html, classes), rules: styleRules(classes), classes: [...classes.values()] };
};

test('style attributes become classes, beside those that are there', () => {
  const { html, rules, classes } = converted(
    `<p title="a>b" style="--0:#fff;--1:#000"><svg class="icon" style='--size: 1em;'></svg><i style="--0:#fff;--1:#000">`,
  );
  const [token, icon] = classes;
  expect(html).toBe(`<p title="a>b" class="${token}"><svg class="icon ${icon}"></svg><i class="${token}">`);
  expect(rules).toContain(`.${token}{--0:#fff;--1:#000}`);
  expect(rules).toContain(`.${icon}{--size: 1em}`);
});

test('an attribute is not taken for a part of another one', () => {
  const { html, classes } = converted('<button data-code="<b style=x class=y>" style="--0:#fff">');
  expect(html).toBe(`<button data-code="<b style=x class=y>" class="${classes[0]}">`);
});

test('what only looks like a style attribute stays', () => {
  for (const html of [
    `<button data-code="<p style='color:red'>">x</button>`,
    '<script>const a = \'<b style="color:red">\'</script>',
    '<title>a <b style="color:red"></title>',
    '<p>style="a"</p>',
    '<!-- <b style="color:red"> -->',
  ])
    expect(converted(html)).toEqual({ html, rules: '', classes: [] });
});

test('values are read as a browser reads them', () => {
  expect(converted('<i style="--a:var(&#45;-b);--c:calc(1em + 2px)">').rules).toContain(
    '{--a:var(--b);--c:calc(1em + 2px)}',
  );
  expect(converted('<td style="text-align:right">').rules).toContain('{text-align:right}');
});

test.each([
  '--a:red}body{display:none',
  'position:fixed;inset:0',
  '--a:1;position:fixed',
  '--a:url(https://example.com/)',
  '--a:image-set("//example.com/a" 1x)',
  '--a:\\75rl(//example.com)',
  '--a:1/*',
  'text-align:right;background:red',
])('a style that is more than a value is refused: %s', (style) => {
  expect(() => converted(`<i style='${style}'>`)).toThrow(/has more than values/);
});

test('the order of pages changes neither names nor rules', () => {
  const [one, other] = ['<i style="--0:#1">', '<i style="--0:#2">'];
  expect(converted(one + other).rules).toBe(converted(other + one).rules);
});

test('style sheets that look for style attributes look for the classes, or say what to do', () => {
  expect(forStyleClasses(".ec-line :where(span[style^='--']:not([class])){color:red}")).toBe(
    ".ec-line :where(span[class^='s-']){color:red}",
  );
  expect(forStyleClasses('.ec-line span[style^=--]{color:red}')).toBe(".ec-line span[class^='s-']{color:red}");
  expect(() => forStyleClasses("a{}span[style*='--0']{color:red}")).toThrow(/After an update of Expressive Code/);
});
