/** Packs a state of the running example for download. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { kept } from '../build-cache/build-cache.ts';
import type { State, States } from '../curriculum/states/compose.ts';

/** The oldest time a ZIP can hold, so that the same files always give the same bytes. */
const mtime = new Date(1980, 0, 1);

/**
 * Makes the archive of a state: its files below the folder of the project, and a README where it has none.
 *
 * @param title name of the state
 * @returns the bytes of a ZIP file
 */
export function stateArchive({ folder }: Pick<States, 'folder'>, state: State, title: string): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { path, text, executable } of state.files)
    // In a ZIP made on Unix (os 3) the upper half of the attributes is the mode of a regular file.
    entries[`${folder}/${path}`] = [
      strToU8(text),
      { mtime, os: 3, attrs: (0o100000 | (executable ? 0o755 : 0o644)) * 0x10000 },
    ];
  if (!state.files.some(({ path }) => path.toLowerCase() === 'readme.md'))
    entries[`${folder}/README.md`] = [strToU8(readme(state, title)), { mtime }];
  return kept('archives', [folder, title, state], () => zipSync(entries, { level: 9 }) as Uint8Array<ArrayBuffer>);
}

function readme({ summary, run }: State, title: string): string {
  const commands = run ? `\nThe commands run in this folder:\n\n\`\`\`bash\n${run.trim()}\n\`\`\`\n` : '';
  return `# ${title}\n\n${summary}\n${commands}`;
}
