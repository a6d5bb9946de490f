/**
 * Checks that no file beside or under `content/` is code that the build or the check would run or take in the place of
 * its own: what Astro looks for by name beside the content, what turns the import of a component to another file, and
 * the settings of programs that look for them in each folder they read.
 */
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../repository/folders.ts';
import { problem, type Problem } from '../problems/problems.ts';

/** Routes, and code around every page, as Astro names them; the collections are in `content.config.ts`. */
const run =
  /^(?:(?:pages|middleware|actions|fetch)(?:\.[a-z]+)?|live\.config\.[a-z]+|content\.config\.(?!ts$)[a-z]+|(?:ec|postcss)\.config\..*|\.postcssrc.*|\.env.*)$/i;

/** What programs look for in the folders above a file when it imports something. */
const resolve = /^(?:node_modules|package\.json|[jt]sconfig(?:\.[\w.-]+)?\.json)$/i;

/**
 * Hidden files, which are the settings of programs that read a folder, and may be programs themselves; what editors and
 * systems leave behind is none. And code.
 */
const hidden = /^\.(?![_#]|(?:gitkeep|gitignore|DS_Store)$|.*\.sw[a-p]$)/;
const code = /\.(?:[cm]?[jt]sx?|astro|vue|svelte)$/i;

/** All that `content.config.ts` of a roadmap in a folder of its own may hold: the file that the name in quotes leads to. */
const collections = /^export \{ collections \} from (["'])(.*)\1;\s*$/;

/**
 * Adds a problem for every such file or folder.
 *
 * @param root absolute path of the folder that holds `content/`
 */
export function checkCodeFiles(root: string, problems: Problem[]): void {
  const isGenerator = existsSync(root) && realpathSync(root) === realpathSync(repository);
  const tell = (file: string) => problems.push(problem('code-file', { file }, { name: path.posix.basename(file) }));
  for (const name of namesIn(root))
    // The generator has packages of its own, which its lock file names.
    if (run.test(name) || (!isGenerator && resolve.test(name))) tell(name);
  const config = path.join(root, 'content.config.ts');
  if (!isGenerator && existsSync(config) && !takesCollectionsOfGenerator(config)) tell('content.config.ts');
  const below = (folder: string) => {
    for (const entry of entriesIn(path.join(root, folder))) {
      const name = `${folder}/${entry.name}`;
      // Samples and states are programs, with what programs have; no page imports from there.
      if (name === 'content/samples' || name === 'content/states') continue;
      if ([resolve, hidden, code].some((one) => one.test(entry.name))) tell(name);
      else if (entry.isDirectory()) below(name);
    }
  };
  below('content');
}

/** Whether the collections of a roadmap are those of the generator, and the file does nothing else. */
function takesCollectionsOfGenerator(config: string): boolean {
  const from = collections.exec(readFileSync(config, 'utf8'))?.[2];
  return from !== undefined && path.resolve(path.dirname(config), from) === path.join(repository, 'content.config.ts');
}

const entriesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []);
const namesIn = (folder: string) => entriesIn(folder).map(({ name }) => name);
