/** What the frame of a code block tells of the file it shows: where to get it and what is known of its run. */
import { address } from '../addresses/address.ts';
import type { Translator } from '../strings/translator.ts';
import { runNote } from '../curriculum/samples/checks-file.ts';
import { javaCommand, type JavaCommand } from './java-command.ts';
import { readRecord, testedFiles } from './tested.ts';

export interface SampleFacts {
  /** A few words that are always in sight: `Tested with PostgreSQL 15.14`. */
  summary: string;
  /** Where the file, its lines in the repository and its whole folder are. */
  links: { href: string; words: string }[];
  /** Sentences about its run. */
  notes: string[];
  /** How to run it at home by one command: what stands before and behind it. */
  command?: { before: string; line: string; after: string };
}

export interface SampleFactsOptions {
  /** Absolute path of `content/samples`. */
  samples: string;
  /** Address of that folder in the repository, where readers can open it. */
  sampleSource?: string;
  /** Base path of the site. */
  base: string;
}

/**
 * @returns a function from a file below `content/samples` and the lines of it that are shown, such as `3-9`
 */
export function sampleFacts({ samples, sampleSource, base }: SampleFactsOptions) {
  const record = readRecord(samples);
  return (file: string, lines: string | undefined, t: Translator): SampleFacts => {
    const [sample] = file.split('/') as [string];
    const note = runNote(samples, file, t);
    const run = testedFiles(samples, record, [file]);
    const isOutput = isOutputFile(file);
    const tools = run && t.list(run.tools);
    const anchor = lines ? `#L${lines.replace('-', '-L')}` : '';
    return {
      summary:
        note?.kind === 'left' || !run
          ? t(note?.kind === 'left' ? (isOutput ? 'sample.brief.once' : 'sample.brief.left') : 'sample.brief.about')
          : tools
            ? t(isOutput ? 'sample.brief.ran' : 'sample.brief.tested', { tools })
            : t('sample.brief.checked'),
      links: [
        { href: address(sampleTextPath(file), base), words: file },
        ...(sampleSource ? [{ href: `${sampleSource}/${file}${anchor}`, words: t('sample.repository') }] : []),
        { href: address(`/samples/${sample}.zip`, base), words: t('sample.download', { sample }) },
      ],
      ...commandOf(javaCommand(samples, file), t),
      notes: [...(run ? [t('sample.tested', { date: t.date(run.date) })] : []), ...(note ? [note.text] : [])],
    };
  };
}

function commandOf(found: JavaCommand | undefined, t: Translator): Pick<SampleFacts, 'command'> {
  if (!found) return {};
  const [before, after] = t.around('sample.command', 'command');
  const { command, output } = found;
  return {
    command: { before, line: command, after: output ? `${after} ${t('sample.command.output', { output })}` : after },
  };
}

/** Where a file below `content/samples` is served as text: `caching/tour.sh` → `/samples/caching/tour.sh.txt` */
export const sampleTextPath = (file: string) => `/samples/${file.replace(/\.txt$/, '')}.txt`;

/** Whether a file below `content/samples` is what a program printed. */
export const isOutputFile = (file: string) => file.includes('/output/');
