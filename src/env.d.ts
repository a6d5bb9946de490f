// Starlight ships the types of its locals only in this file, which no entry of its package names.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="../node_modules/@astrojs/starlight/dist/global.d.ts" />

declare module 'virtual:curriculum' {
  /** The curriculum in its base language. */
  const view: import('./site/curriculum-view.ts').CurriculumView;
  export default view;
}

declare module 'virtual:languages' {
  /** The base language first. */
  const languages: import('./site/language-view.ts').LanguageView[];
  export default languages;
}

declare module 'virtual:site-icon' {
  /** The drawing of the icon of the site. */
  const svg: string;
  export default svg;
}

declare module 'virtual:markdown-pages' {
  const pages: import('./machine-readable/page-markdown.ts').MarkdownPage[];
  export default pages;
}

declare module 'virtual:progress' {
  /** What reading a reader’s progress needs, in each language, the base language first. */
  const data: import('./record/reading.ts').RoadmapData[];
  export default data;
}

declare module 'virtual:term-uses' {
  const uses: import('./terms/term-uses.ts').TermUses;
  export default uses;
}

declare module 'virtual:samples' {
  /** `folder`: absolute path of `content/samples`; `slugs`: the folders in it that pages show, sorted; `shown`: the files; `own`: all that belong to the repository. */
  const samples: { folder: string; slugs: string[]; shown: string[]; own: string[] };
  export default samples;
}

declare module 'virtual:states' {
  /** The running example after each lesson that adds to it; null where the roadmap has none. */
  const states: import('./states/states-view.ts').StatesView | null;
  export default states;
}

declare module 'virtual:http-models' {
  const models: Record<string, import('./http-model/model-schema.ts').HttpModel>;
  export default models;
}

declare module 'virtual:runs' {
  /** Blocks that run in pages, and the files of their runtimes. */
  const runs: import('./run-here/published.ts').PublishedRuns;
  export default runs;
}

declare module 'virtual:renames' {
  /** What was renamed, by the folder of the language. */
  const languages: Record<string, import('./renames/moved.ts').Renames>;
  export default languages;
}

declare module 'virtual:learning' {
  /** What can be learned, by the folder of the language. */
  const languages: Record<string, import('./ready-next/learning-data.ts').LearningData>;
  export default languages;
}

declare module 'virtual:questions' {
  /** What `/questions/<lesson>.json` say, by the folder of the language and the slug of the lesson. */
  const files: import('./questions/questions-files.ts').QuestionsFiles;
  export default files;
}

declare module 'virtual:exercises' {
  /** What `/exercises/<lesson>.json` say beside the runtimes, by the folder of the language and the slug of the lesson. */
  const files: import('./exercises/exercises-files.ts').ExercisesFiles;
  export default files;
}

declare module 'virtual:decks' {
  /** Decks of cards, by the folder of the language. */
  const languages: Record<string, import('./decks/make-decks.ts').LanguageDecks>;
  export default languages;
}

declare module 'virtual:review' {
  /** What `/review/data.json` says, by the folder of the language. */
  const languages: Record<string, import('./schedule/review-data.ts').ReviewData>;
  export default languages;
}

declare module 'virtual:ids' {
  /** What `/ids.json` says. */
  const ids: import('./curriculum/names/ids.ts').IdsFile;
  export default ids;
}

declare module 'virtual:stemmers' {
  /** Loads the stemmer of a language of the roadmap, by its tag; absent where there is none. */
  const stemmers: Partial<Record<string, () => Promise<{ stemmer: import('./search/stemmers.ts').Stemmer }>>>;
  export default stemmers;
}

interface ImportMetaEnv {
  /** Whether the roadmap keeps what a reader has done: `progress` in `site.yaml`. */
  readonly READER_PROGRESS: boolean;
}

declare module 'pyodide/pyodide.asm.mjs' {
  /** What `loadPyodide` takes as `createPyodideModule`. */
  const createPyodideModule: NonNullable<Parameters<typeof import('pyodide').loadPyodide>[0]>['createPyodideModule'];
  export default createPyodideModule;
}
