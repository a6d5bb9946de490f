/** How a build grows with the roadmap: time, memory, size of the site and of its index for 25, 250 and 1,000 phases. */
import { spawn } from 'node:child_process';
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { repository } from '../run-program.ts';

/** @param words `--phases 25,250,1000` sets the sizes */
export async function bench(words: string[]): Promise<void> {
  const given = words.includes('--phases') ? words[words.indexOf('--phases') + 1] : undefined;
  const sizes = (given ?? '25,250,1000').split(',').map(Number);
  const rows: Record<string, Record<string, string>> = {};
  for (const phases of sizes) {
    const root = path.join(repository, '.astro/scale');
    rmSync(root, { recursive: true, force: true });
    await writeRoadmap(root, phases);
    const states = {
      cold: () => run(['scripts/astro.ts', 'build', '--force'], root),
      'one page changed': () => {
        appendFileSync(path.join(root, pageOf(Math.ceil(phases / 2))), '\nOne more sentence.\n');
        return run(['scripts/astro.ts', 'build'], root);
      },
      'the check of its content': () => run(['scripts/check/index.ts', '--only', 'content'], root),
    };
    for (const [state, measure] of Object.entries(states)) {
      console.log(`${phases} phases, ${state}`);
      // What was measured before is shown even when a larger roadmap is too much for the machine.
      const { seconds, memory } = await measure().catch((error: unknown) => {
        console.table(rows);
        throw error;
      });
      rows[`${phases} phases, ${state}`] = {
        seconds: seconds.toFixed(0),
        'seconds a phase': (seconds / phases).toFixed(2),
        'peak memory': memory === undefined ? 'unknown' : megabytes(memory),
        site: megabytes(bytesBelow(path.join(root, 'dist'))),
        'a page': `${(statSync(path.join(root, `dist/phases/phase-${phases}/index.html`)).size / 1024).toFixed(0)} KiB`,
        'index of search': megabytes(bytesBelow(path.join(root, 'dist/pagefind'))),
      };
    }
    rmSync(root, { recursive: true, force: true });
  }
  console.table(rows);
}

/** Writes a roadmap of so many phases. @param root absolute path of a folder, which is made */
export async function writeRoadmap(root: string, phases: number): Promise<void> {
  for (const [file, text] of Object.entries(roadmapOf(phases))) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  await run(['scripts/new/index.ts', 'ids'], root);
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const bytesBelow = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .map((file) => statSync(path.join(folder, file)))
    .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);

/**
 * Runs a script for a roadmap.
 *
 * @returns time, and the most memory that it and its browsers had at once (Linux only)
 */
async function run(
  [script = '', ...words]: readonly string[],
  root: string,
): Promise<{ seconds: number; memory: number | undefined }> {
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(repository, script), ...words], {
    cwd: repository,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: '--max-old-space-size=20000',
      ROADMAP_ROOT: root,
      ROADMAP_OUTPUT: path.join(root, 'dist'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory: number | undefined;
  const watch = setInterval(() => {
    const now = memoryOf(child.pid!);
    if (now !== undefined) memory = Math.max(memory ?? 0, now);
  }, 500);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${script} ended with ${status} for ${root}.`);
  return { seconds: (performance.now() - start) / 1000, memory };
}

/** Memory of a process and all it has started, shared pages counted once for each by their share. */
function memoryOf(pid: number): number | undefined {
  const parents = new Map<number, number>();
  for (const file of globSync('/proc/[0-9]*/stat')) {
    try {
      const fields = readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(file.split('/')[2]), Number(fields[1]));
    } catch {
      // The process has ended meanwhile.
    }
  }
  const isOurs = (one: number): boolean => one === pid || (parents.has(one) && isOurs(parents.get(one)!));
  let sum: number | undefined;
  for (const one of parents.keys()) {
    if (!isOurs(one)) continue;
    try {
      const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1];
      if (kilobytes) sum = (sum ?? 0) + Number(kilobytes) * 1024;
    } catch {
      // As above.
    }
  }
  return sum;
}

/** Files of a roadmap in which every phase has a diagram, a sample, three topics and a question. */
function roadmapOf(phases: number): Record<string, string> {
  const files: Record<string, string> = {
    'content.config.ts': "export { collections } from '../../content.config.ts';\n",
    'content/i18n/en.json': '{}\n',
    'content/site.yaml':
      "title: Scale\ndescription: A roadmap of many phases.\nurl: https://scale.example\naccent: { light: '#27418a', dark: '#a9bdf2' }\nsections:\n  - { title: Start, pages: [index, map] }\n  - { title: Phases, firstPhase: phase-1 }\n",
    'content/docs/index.mdx': '---\ntitle: Scale\ndescription: A roadmap of many phases.\n---\n\nWelcome.\n',
  };
  for (let number = 1; number <= phases; number += 1) {
    const slug = `phase-${number}`;
    files[pageOf(number)] = phase(number);
    files[`content/samples/${slug}/main.py`] =
      `# #region main\ndef step_${number}(x):\n    return x + ${number}\n# #endregion main\n`;
    files[`content/questions/${slug}.yaml`] =
      `- { id: one, topic: topic-1, level: beginner, question: What is step ${number}?, answer: It adds ${number}., explanation: As the sample shows. }\n`;
  }
  return files;
}

const pageOf = (number: number) => `content/docs/phases/${String(number).padStart(4, '0')}-phase-${number}.mdx`;

function phase(number: number): string {
  const before = number > 1 ? `phase-${number - 1}` : '';
  const topics = [1, 2, 3].map((one) => {
    const prose = Array.from(
      { length: 40 },
      (_, word) =>
        `Sentence ${word} of topic ${one} says what step ${number} adds, and names word${(number * 31 + word) % 997}.`,
    );
    return `## Topic ${one}\n\n${prose.join(' ')}\n`;
  });
  return `---
title: Phase ${number}
description: What step ${number} adds to the steps before it.
level: beginner
hours: [1, 2]
prerequisites: [${before}]
tags: [Step ${number}]
outcomes: [Add ${number}.]
reviewed: ${new Date().toISOString().slice(0, 10)}
versions: {}
topics: [{ id: topic-1, depth: must }, { id: topic-2, depth: must }, { id: topic-3, depth: could }]
---

import { Checkpoint } from '@components';

\`\`\`mermaid title="Step ${number}" caption="Step ${number} adds ${number}."
flowchart LR
  accTitle: Step ${number}
  accDescr: A number goes in, ${number} is added, and the sum comes out.
  In[Number] --> Add${number}{{plus ${number}}} --> Out[Sum]
  Add${number} --> Log[(Log ${number})]
\`\`\`

${topics.join('\n')}
\`\`\`python sample="phase-${number}/main.py#main"
\`\`\`

<Checkpoint />
`;
}
