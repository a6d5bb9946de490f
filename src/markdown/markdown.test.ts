import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { fenceAttributes, withoutAttribute } from './fence-meta.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { address } from '../addresses/address.ts';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { rehypeBasePath } from '../page-steps/rehype-base-path.ts';

const underRoadmap = rehypeBasePath({
  addressOf: (path) => address(path, '/roadmap/'),
  languageOf: () => ({ folder: '', direction: 'ltr', t: translator(english, 'en') }),
});

test('attributes of a fence are read with either kind of quotes', () => {
  expect(fenceAttributes(`sample="a/b.java#c" title='A "B"' {1-2} ins={3}`)).toEqual({
    sample: 'a/b.java#c',
    title: 'A "B"',
  });
  expect(withoutAttribute('sample="a" title="b" {1}', 'sample')).toBe('title="b" {1}');
});

test('texts of data files may use code and bold, and never become HTML or script links', () => {
  expect(inlineMarkdown('Use `a < b` **now**')).toBe('Use <code>a &lt; b</code> <strong>now</strong>');
  expect(inlineMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
  expect(inlineMarkdown('[x](javascript:alert(1))')).not.toContain('javascript:');
});

test('links from the root of the site get the base path, others stay', () => {
  const link = (href: string) => ({ type: 'element' as const, tagName: 'a', properties: { href }, children: [] });
  const tree = { type: 'root' as const, children: ['/phases/a/', '//other/', 'https://x/', '#a'].map(link) };
  underRoadmap(tree, { path: '' });
  expect(tree.children.map((one) => one.properties.href)).toEqual([
    '/roadmap/phases/a/',
    '//other/',
    'https://x/',
    '#a',
  ]);
});

test('links of components get the base path too', () => {
  const attributes = [{ type: 'mdxJsxAttribute', name: 'href', value: '/map/' }];
  const tree = { type: 'root', children: [{ type: 'mdxJsxFlowElement', name: 'LinkCard', attributes, children: [] }] };
  underRoadmap(tree as never, { path: '' });
  expect(attributes[0]!.value).toBe('/roadmap/map/');
});

test('addresses in HTML get the base path, in whatever form they are written, and nothing else is touched', () => {
  const html = (value: string) => {
    const tree = { type: 'root', children: [{ type: 'raw', value }] };
    underRoadmap(tree as never, { path: '' });
    return tree.children[0]!.value;
  };
  expect(html(`<a href="/map/">m</a><img src='/a.png' alt="/b"><A HREF=/c/ data-x="/d">`)).toBe(
    `<a href="/roadmap/map/">m</a><img src='/roadmap/a.png' alt="/b"><A HREF=/roadmap/c/ data-x="/d">`,
  );
  expect(html('<source srcset="/a.png, /b.png 2x" /><video poster="/c.png" controls>')).toBe(
    '<source srcset="/roadmap/a.png, /roadmap/b.png 2x" /><video poster="/roadmap/c.png" controls>',
  );
  for (const same of ['<a href="//x/">', '<a href="#a">', '<!-- <a href="/x/"> -->', 'href="/x/"', '<a href=""></a>'])
    expect(html(same)).toBe(same);
});

test('addresses of components that are written as texts of JavaScript get the base path', () => {
  const value = (expression: object) => ({
    type: 'mdxJsxAttributeValueExpression',
    data: { estree: { body: [{ type: 'ExpressionStatement', expression }] } },
  });
  const attributes = [
    { type: 'mdxJsxAttribute', name: 'href', value: value({ type: 'Literal', value: '/map/' }) as unknown },
    { type: 'mdxJsxAttribute', name: 'srcSet', value: '/a.png 2x' },
    { type: 'mdxJsxAttribute', name: 'title', value: '/map/' },
  ];
  underRoadmap(
    { type: 'root', children: [{ type: 'mdxJsxFlowElement', name: 'a', attributes, children: [] }] } as never,
    {
      path: '',
    },
  );
  expect(attributes.map((one) => one.value)).toEqual(['/roadmap/map/', '/roadmap/a.png 2x', '/map/']);
});

test('addresses that are constants of a page get the base path', () => {
  const tree = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .parse(
      "import plan from './plan.png'\n\nexport const to = '/map/', part = 'a'\n\n<A href={to} title={to} /> <a href={`/b/${part}/`}>{to}</a> <A href={frontmatter.to} /> <img src={plan.src} />",
    );
  underRoadmap(tree as never, { path: '', data: { astro: { frontmatter: { to: '/c/' } } } });
  const values: unknown[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const { value } of node.attributes) values.push(typeof value === 'object' ? value?.value : value);
  });
  expect(values).toEqual(['/roadmap/map/', 'to', '/roadmap/b/a/', '/roadmap/c/', 'plan.src']);
});

test('texts of data files are one paragraph: marks of blocks and pictures stay characters', () => {
  expect(inlineMarkdown('# 1 of 3')).toBe('# 1 of 3');
  expect(inlineMarkdown('1. first')).toBe('1. first');
  expect(inlineMarkdown('> a ![b](https://c/d.png)')).not.toMatch(/<(?:blockquote|img)/);
  expect(inlineMarkdown('[x](data:text/html,y) <b>z</b>')).toBe('<a href="">x</a> &lt;b&gt;z&lt;/b&gt;');
});
