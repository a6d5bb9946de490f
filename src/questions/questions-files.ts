/** Makes `/questions/<lesson>.json` of each language: code highlighted, diagrams drawn, links in full. */
import path from 'node:path';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson } from '../curriculum/model/model.ts';
import {
  answerText,
  promptBlocks,
  recordedOption,
  type Question,
  type QuestionOf,
} from '../curriculum/questions/question.ts';
import { figureHtml, figureLinks } from '../diagrams/figure.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { inlineText } from '../markdown/inline-text.ts';
import { address, inLanguage } from '../addresses/address.ts';
import type { Project } from '../site/project.ts';
import { translator, type Translator } from '../strings/translator.ts';
import type { AskedQuestion, QuestionsFile } from './asked.ts';
import { codeHtml, codeLines } from './code-html.ts';
import { questionDrawing } from './question-drawing.ts';

type Site = Pick<Project, 'curriculum' | 'studio' | 'addressOf'>;

/** Files by the folder of the language and the slug of the lesson. */
export type QuestionsFiles = Record<string, Record<string, QuestionsFile>>;

/** @returns a file for each lesson that has questions */
export async function questionsFiles(site: Site): Promise<QuestionsFiles> {
  const files: QuestionsFiles = {};
  for (const curriculum of inEachLanguage(site.curriculum)) {
    const inThis: Record<string, QuestionsFile> = {};
    const words = wordsOf(curriculum.language.strings);
    for (const lesson of lessonsOf<Lesson>(curriculum)) {
      if (lesson.questions.length === 0) continue;
      const write = writer(site, curriculum, lesson);
      const questions: AskedQuestion[] = [];
      for (const question of lesson.questions) questions.push(await write(question));
      inThis[lesson.slug] = { lesson: lesson.slug, title: lesson.title, path: lesson.path.slice(1), questions, words };
    }
    files[curriculum.language.folder] = inThis;
  }
  return files;
}

/** Words that stand in pages only. */
const inPages = ['question.kind', 'question.number', 'question.answer.'];

const wordsOf = (strings: Curriculum['language']['strings']): QuestionsFile['words'] =>
  Object.fromEntries(
    Object.entries(strings).filter(
      ([key]) => key.startsWith('question.') && !inPages.some((start) => key.startsWith(start)),
    ),
  );

/** A function that writes the questions of a lesson in a language. */
function writer(site: Site, curriculum: Curriculum, lesson: Lesson) {
  const { folder, tag, strings } = curriculum.language;
  const t = translator(strings, tag);
  const base = lessonsOf<Lesson>(site.curriculum).find(({ slug }) => slug === lesson.slug)!;
  const folders = site.curriculum.translations.map(({ language }) => language.folder);
  const original = new Map(base.questions.map((one) => [one.id, one]));
  const { tag: lang, direction: dir } = site.curriculum.language;
  const href = (to: string) => address(inLanguage(to, folder, folders), site.curriculum.site.base);
  const blocks = new Map([...site.curriculum.runs.folders.values()].flatMap((one) => Object.entries(one.blocks)));
  // What is asked with a fault in it runs without one, and what prints nothing answers nothing.
  const isRun = ({ type, sample }: Question) => {
    const block = sample && blocks.get(sampleName(sample));
    return block !== undefined && type !== 'fault' && (type !== 'output' || block.recorded !== undefined);
  };
  return async (question: Question): Promise<AskedQuestion> => {
    const own = original.get(question.id)!;
    /** A text as HTML within a line; where it is not translated, it says in which language it is. */
    const line = (text: string, untranslated: string | undefined): string => {
      const html = inlineText(text, { href });
      return folder !== '' && text === untranslated ? `<span lang="${lang}" dir="${dir}">${html}</span>` : html;
    };
    const { prompt, more } = await promptOf(question, (text) =>
      line(text, question.question === own.question ? text : ''),
    );
    return {
      id: question.id,
      topic: question.topic,
      level: question.level,
      type: question.type,
      ...(question.revision > 1 && { revision: question.revision }),
      ...(!question.review && { review: false as const }),
      prompt,
      ...(more && { more }),
      ...(question.sample && {
        code: await codeHtml(question.sample.text, question.sample.language, path.posix.basename(question.sample.file)),
      }),
      ...(isRun(question) && { run: sampleName(question.sample!) }),
      ...(question.diagram !== undefined && {
        diagram: await diagramOf(question.diagram, `q-${lesson.slug}-${question.id}`, site, curriculum, base, t),
      }),
      ...(question.hint !== undefined && { hint: line(question.hint, own.hint) }),
      answer: await answerOf(question, line, own, t),
      explanation: line(question.explanation, own.explanation),
      ...(await partsOf(question, line, own)),
      ...(question.cards.length > 0 && {
        cards: question.cards.map(({ id, front, back }) => {
          const card = own.cards.find((one) => one.id === id);
          return { id, front: line(front, card?.front), back: line(back, card?.back) };
        }),
      }),
    };
  };
}

/** As a fence of the lesson names it. */
const sampleName = ({ file, region }: { file: string; region?: string }) =>
  region === undefined ? file : `${file}#${region}`;

type Line = (text: string, untranslated: string | undefined) => string;

/** The first paragraph, and what follows it. */
async function promptOf({ question }: Question, line: (text: string) => string) {
  const [first, ...rest] = promptBlocks(question);
  const isText = first && 'text' in first;
  const more = isText ? rest : first ? [first, ...rest] : [];
  const blocks = await Promise.all(
    more.map((block) => ('text' in block ? `<p>${line(block.text)}</p>` : codeHtml(block.code, block.language))),
  );
  return { prompt: isText ? line(first.text) : '', more: blocks.join('') };
}

/** The answer as blocks of HTML. */
async function answerOf(question: Question, line: Line, own: Question, t: Translator): Promise<string> {
  const before = own.type === question.type ? own : question;
  switch (question.type) {
    case 'several':
      return `<ul>${question.options
        .flatMap(({ right, text }, index) =>
          right ? [`<li>${line(text, (before as QuestionOf<'several'>).options[index]?.text)}</li>`] : [],
        )
        .join('')}</ul>`;
    case 'order':
      return `<ol>${question.steps
        .map(({ text }, index) => `<li>${line(text, (before as QuestionOf<'order'>).steps[index]?.text)}</li>`)
        .join('')}</ol>`;
    case 'output':
      return codeHtml(question.answer, 'text');
    default: {
      // What is made of words of the interface, or is no word, needs no mark of a language.
      const isWords = question.type === 'recall' || question.type === 'choice';
      return `<p>${line(answerText(question, t), isWords ? answerText(before, t) : undefined)}</p>`;
    }
  }
}

/** What there is to choose, to sort, or to compare with. */
async function partsOf(question: Question, line: Line, own: Question): Promise<Partial<AskedQuestion>> {
  switch (question.type) {
    case 'recall':
      return {};
    case 'choice':
    case 'several': {
      const { options } = own as QuestionOf<'choice'>;
      return {
        options: question.options.map(({ id, text, right, feedback }, index) => ({
          id,
          html: line(text, options[index]?.text),
          ...(right && { right: true as const }),
          ...(feedback !== undefined && { feedback: line(feedback, options[index]?.feedback) }),
        })),
      };
    }
    case 'order': {
      const { steps } = own as QuestionOf<'order'>;
      return { steps: question.steps.map(({ id, text }, index) => ({ id, html: line(text, steps[index]?.text) })) };
    }
    case 'output': {
      const { options } = own as QuestionOf<'output'>;
      const plain = (text: string) => `<code class="printed" dir="ltr">${escapeHtml(text)}</code>`;
      return {
        output: question.answer,
        ...(question.options.length > 0 && {
          options: [
            ...question.options.map(({ id, text, feedback }, index) => ({
              id,
              html: plain(text),
              feedback: line(feedback, options[index]?.feedback),
            })),
            { id: recordedOption, html: plain(question.answer), right: true as const },
          ],
        }),
      };
    }
    case 'fault': {
      const { lines } = own as QuestionOf<'fault'>;
      const html = await codeLines(question.sample.text, question.sample.language);
      return {
        line: question.line,
        lines: html.map((one, index) => {
          const found = question.lines.findIndex((other) => other.line === index);
          return {
            html: one,
            ...(found >= 0 && { feedback: line(question.lines[found]!.feedback, lines[found]?.feedback) }),
          };
        }),
      };
    }
    case 'number': {
      const { mistakes } = own as QuestionOf<'number'>;
      return {
        number: question.number,
        mistakes: question.mistakes.map(({ value, feedback }, index) => ({
          value,
          feedback: line(feedback, mistakes[index]?.feedback),
        })),
      };
    }
    case 'short': {
      const { mistakes } = own as QuestionOf<'short'>;
      return {
        accepts: question.accepts,
        mistakes: question.mistakes.map(({ text, feedback }, index) => ({
          value: text,
          feedback: line(feedback, mistakes[index]?.feedback),
        })),
      };
    }
  }
}

/** A diagram of the lesson as a figure of the site. */
async function diagramOf(
  title: string,
  id: string,
  site: Site,
  curriculum: Curriculum,
  lesson: Lesson,
  t: Translator,
): Promise<string> {
  const { language } = curriculum;
  const { drawing, source, fence } = await questionDrawing(title, lesson, site, curriculum);
  return figureHtml({
    drawing,
    title: source.title ?? title,
    description: source.description ?? '',
    caption: fence.attributes.caption ?? title,
    id,
    links: figureLinks(source.links, (target) => site.addressOf(target, language.folder)),
    t,
    direction: language.direction,
  });
}
