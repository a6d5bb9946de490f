/**
 * Checks that the build reads the frontmatter of a page as the check does. Astro reads YAML with another program, for
 * which some words without quotes are days or numbers, and `<<` takes the fields of another value.
 */
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { problem, type Problem } from '../problems/problems.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** Fields that hold a day; Starlight takes that of the last change as a day only, which has no quotes. */
const days = new Set(['lastUpdated', 'reviewed']);

/**
 * Adds a problem for every field that the build reads as something else.
 *
 * @param text the page
 * @param written what stands between the lines `---`, for this check
 */
export function checkAsBuilt(text: string, written: string, frontmatter: YamlSource, problems: Problem[]): void {
  let built: ReturnType<typeof parseFrontmatter>;
  try {
    built = parseFrontmatter(text);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    problems.push(problem('frontmatter-build', frontmatter.placeOf([]), { reason: `${reason}.` }));
    return;
  }
  if (built.rawFrontmatter.trim() !== written.trim()) {
    const reason = 'a line in it starts with `---` or `+++`, which ends it.';
    problems.push(problem('frontmatter-build', frontmatter.placeOf([]), { reason }));
    return;
  }
  compare(frontmatter.data, built.frontmatter, []);

  function compare(here: unknown, there: unknown, path: string[]): void {
    const field = path.join('.');
    const tell = (reason: string) =>
      problems.push(problem('frontmatter-build', frontmatter.placeOf(path), { field, reason }));
    if (there instanceof Date) {
      const isDay = path.length === 1 && days.has(field) && here === there.toISOString().slice(0, 10);
      if (!isDay) tell(`it reads ${show(here)} as a day. Put it in quotes.`);
    } else if (field === 'lastUpdated' && typeof here === 'string') {
      tell(`it reads ${show(here)} as a text. Write the day without quotes.`);
    } else if (isObject(here) && isObject(there)) {
      for (const key of new Set([...Object.keys(here), ...Object.keys(there)]))
        compare(here[key], there[key], [...path, key]);
    } else if (!Object.is(here, there)) {
      tell(`it reads ${show(here)} as ${show(there)}. Put a text in quotes, and write out what \`<<\` stands for.`);
    }
  }
}

const show = (value: unknown) => `\`${JSON.stringify(value) ?? 'nothing'}\``;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
