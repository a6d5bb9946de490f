import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, phasePage, soundContent } from '../curriculum/content-fixture.ts';
import { knownComponents } from '../curriculum/markup/known-components.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { problemCodes } from '../curriculum/problems/problems.ts';
import { exerciseSchema, questionSchema, questionTypes } from '../curriculum/schema/schema.ts';
import { guides } from './guide-texts.ts';
import { guidePages } from '../curriculum/model/guide-pages.ts';
import { problemGroups } from './problem-groups.ts';

const folder = new URL('guides/', import.meta.url);

test('every page has its text, and every text its page', () => {
  const texts = readdirSync(folder).map((name) => name.replace(/\.mdx$/, ''));
  expect([...guidePages.keys()].map((id) => id.split('/')[1] ?? 'index').sort()).toEqual(texts.sort());
});

test('every component stands on its page with its source, and at work', () => {
  const text = readFileSync(new URL('components.mdx', folder), 'utf8');
  const blocks = [...text.matchAll(/^(`{3,})\w*.*\n[\s\S]*?^\1$/gm)].map(([block]) => block).join('\n');
  const atWork = text.replace(/^(`{3,})\w*.*\n[\s\S]*?^\1$/gm, '');
  for (const [from, names] of knownComponents)
    for (const name of names) {
      expect(blocks, name).toContain(`<${name}`);
      expect(blocks, name).toMatch(new RegExp(`import \\{.*\\b${name}\\b.*\\} from '${from}'`));
      expect(atWork, name).toContain(from === '@components' ? `<LiveExample of="${name}" />` : `<${name}`);
    }
  // Blocks that become something else stand on the page twice, as source and as themselves.
  for (const block of ['```mermaid title=', '```ts sample=', '```ts reason="wrong"', ':::caution[', '| Depth |'])
    expect(text.split(`\n${block}`).length - 1, block).toBe(2);
});

test('the code that the guide shows runs and says what the guide says', () => {
  const { stdout } = spawnSync(process.execPath, [path.join(guides.folder, 'greeting/greeting.ts')], {
    encoding: 'utf8',
  });
  expect(stdout).toBe(readFileSync(path.join(guides.folder, 'greeting/output.txt'), 'utf8'));
});

test('every kind of question stands on its page with an example that passes the check, and so does its translation', () => {
  const text = readFileSync(new URL('questions.mdx', folder), 'utf8');
  const blocks = (file: string) =>
    [...text.matchAll(/^```yaml .*title="([^"]*)"\n([\s\S]*?)^```$/gm)]
      .flatMap(([, title, block]) => (title === file ? [block!] : []))
      .join('');
  const samples = Object.fromEntries(
    ['greeting.ts', 'output.txt'].map((name) => [
      `content/samples/greeting/${name}`,
      readFileSync(path.join(guides.folder, 'greeting', name), 'utf8'),
    ]),
  );
  const site = 'content/site.yaml';
  const root = contentFolder({
    ...samples,
    [site]: `${soundContent[site]}languages: [{ code: ar }]\n`,
    'content/questions/databases.yaml': blocks('content/questions/databases.yaml'),
    'content/ar/questions/databases.yaml': blocks('content/ar/questions/databases.yaml'),
  });
  const { curriculum, problems } = loadCurriculum(root);
  expect(problems).toEqual([]);
  const { questions } = curriculum!.phases[0]!;
  expect(new Set(questions.map(({ type }) => type))).toEqual(new Set(questionTypes));
  for (const field of Object.keys(questionSchema.options[0].shape)) expect(text, field).toContain(`\`${field}`);
  const [translated] = curriculum!.translations;
  expect(translated!.phases[0]!.questions.find(({ id }) => id === 'n-plus-one')!.cards[0]!.back).toContain('مشكلة');
});

test('the exercises of the guide pass the check, and every field of theirs is explained', () => {
  const text = readFileSync(new URL('run-code.mdx', folder), 'utf8');
  const file = 'content/exercises/databases.yaml';
  const [, block] = new RegExp(`^\`\`\`yaml .*title="${file}"\n([^]*?)^\`\`\`$`, 'm').exec(text)!;
  const { curriculum, problems } = loadCurriculum(
    contentFolder({
      [file]: block,
      'content/docs/phases/01-databases.mdx': phasePage(
        {},
        '## Joins\n\n```sql sample="databases/shop.sql#tables" title="Tables"\n```\n',
      ),
      'content/samples/databases/shop.sql':
        '-- #region tables\nCREATE TABLE customers (id int, name text);\nCREATE TABLE orders (id int, customer_id int);\n-- #endregion tables\n',
    }),
  );
  expect(problems).toEqual([]);
  expect(curriculum!.phases[0]!.exercises.map(({ runtime }) => runtime)).toEqual(['sql', 'python']);
  for (const form of exerciseSchema.options)
    for (const field of Object.keys(form.shape)) expect(text, field).toMatch(new RegExp(`\\b${field}\\b`));
});

test('every problem stands in one group', () => {
  const grouped = problemGroups.flatMap((group) => group.codes);
  expect([...grouped].sort()).toEqual([...problemCodes].sort());
});
