import { expect, test } from 'vitest';
import { askedWords, lessonKind, pageStyles } from './page-styles.ts';
import { styledPage, wordsOfScripts } from './styled-page.ts';

/** Rules long enough to be worth a file. */
const long = (selector: string) => `${selector}{--much:${'x'.repeat(700)}}`;

const split = (css: string, pages: Record<string, string>, scripts: string[] = [], data: string[] = []) => {
  const styles = pageStyles(
    css,
    new Map(Object.entries(pages).map(([kind, html]) => [kind, [styledPage(html, askedWords(css))]])),
    wordsOfScripts(scripts, data),
  );
  return { common: styles.common, ...Object.fromEntries(styles.kinds) };
};

test('every page loads the rules of lessons; those of other kinds are loaded where they are used, or nowhere', () => {
  const css = `p{color:red}${long('.map .line')}${long('.never')}@media print{.lesson{color:black}}@layer a{${long('.plan')}}`;
  const pages = {
    [lessonKind]: '<p class="lesson">',
    map: '<div class="map"><i class="line big"></i></div>',
    plan: "<div class='plan'>",
  };
  expect(split(css, pages)).toEqual({
    common: 'p{color:red}@media print{.lesson{color:black}}',
    map: long('.map .line'),
    plan: `@layer a{${long('.plan')}}`,
  });
});

test('what scripts and data may put into a page counts as being there', () => {
  const css = `${long('.answered')}${long('answer-box p')}${long('.shown')}${long('.hidden')}`;
  const scripts = ['customElements.define("answer-box",class{});e.className="answered"'];
  expect(split(css, { [lessonKind]: '<p>' }, scripts, ['{"html":"<b class=\\"shown\\">"}'])).toEqual({
    common: long('.answered') + long('.shown'),
  });
});

test('a rule that would lose its place before another stays in the common sheet', () => {
  const title = `.title{color:red;${long('x').slice(2)}`;
  const pages = { [lessonKind]: '<p class="loud">', map: '<p class="loud title">' };
  // On the map, `.loud` wins: it comes later.
  expect(split(`${title}.loud{color:blue}`, pages)).toEqual({ common: `${title}.loud{color:blue}` });
  // Where no element has both, no property is set by both, or one is more specific, it may go.
  expect(split(`${title}.loud{color:blue}`, { ...pages, map: '<p class="title">' })).toHaveProperty('map');
  expect(split(`${title}.loud{margin:0}`, pages)).toHaveProperty('map');
  expect(split(`${title}p.loud{color:blue}`, pages)).toHaveProperty('map');
  expect(split(`${title}@layer a{.loud{color:blue}}`, pages)).toHaveProperty('map');
  // A shorthand sets what its parts set.
  const wide = title.replace('color:red', 'margin-top:1px');
  expect(split(`${wide}.loud{margin:0}`, pages)).not.toHaveProperty('map');
});

test('what stays takes with it what it overrules itself', () => {
  const first = `.a{top:0;${long('x').slice(2)}`;
  const css = `${first}.b{top:1px;left:0}.loud{left:2px}`;
  const pages = { [lessonKind]: '<p class="loud">', map: '<p class="a b loud">' };
  expect(split(css, pages)).toEqual({ common: css });
});

test('fonts and movements stand in the common sheet only, and a few rules are no file', () => {
  const css = `@font-face{font-family:x}@keyframes y{to{top:0}}p{top:0}.few{top:0}${long('.map')}`;
  expect(split(css, { [lessonKind]: '<p>', map: '<div class="map">', plan: '<div class="few">' })).toEqual({
    common: css.replace(long('.map'), ''),
    map: long('.map'),
  });
});
