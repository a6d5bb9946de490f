/** The pages about publishing a roadmap of one’s own, by id. The first one leads to the others. */

export interface GuidePage {
  title: string;
  description: string;
}

const root = 'make-it-yours';

/** In the order in which a fork needs them. */
export const guidePages: ReadonlyMap<string, GuidePage> = new Map(
  Object.entries({
    '': {
      title: 'Make it yours',
      description: 'Fork the repository, edit the content, and publish a roadmap of your own in ten minutes.',
    },
    components: {
      title: 'Components for authors',
      description: 'Every component a page may use, with its source and what it looks like.',
    },
    fields: {
      title: 'Fields of the content',
      description: 'Every field of every file under content/: what it means, what it may be, and whether it is needed.',
    },
    questions: {
      title: 'Questions',
      description:
        'Every kind of question with an example: choose, order, predict, find the fault, calculate, recall, and cards.',
    },
    'run-code': {
      title: 'Code that runs in the page',
      description:
        'Which blocks readers can run, change and compare, exercises that check themselves, and what is published for it.',
    },
    requests: {
      title: 'A server in the page',
      description: 'Let readers send HTTP requests to a small model of your API, and see both messages on the wire.',
    },
    problems: {
      title: 'Problems and their fixes',
      description: 'Every problem the check reports: what it means, how it comes about, an example and the fix.',
    },
    search: {
      title: 'What search finds',
      description:
        'Messages and symptoms, other names, and questions about the site: how search answers what readers type.',
    },
    publish: {
      title: 'Publish it',
      description: 'Put the site on GitHub Pages, Cloudflare, Netlify, Vercel, a server of your own or in a container.',
    },
    theme: {
      title: 'Change how it looks',
      description: 'Accent color, icon, social card, type and spacing, and where each is set.',
    },
    languages: {
      title: 'Languages',
      description:
        'Write the roadmap in another language, or add one beside it: pages, data and the words of the interface.',
    },
    speed: {
      title: 'How fast it reads',
      description:
        'First visits of the same pages here, in Starlight, VitePress and Docusaurus: bytes, paints, search.',
    },
    upgrade: {
      title: 'Take over changes from upstream',
      description: 'Bring a fork up to date without conflicts, because content and site are kept apart.',
    },
  }).map(([name, page]) => [name ? `${root}/${name}` : root, page]),
);

/** Whether the sidebar asks for these pages. @param ids pages that the sidebar names */
export const wantsGuide = (ids: readonly string[]): boolean => ids.some((id) => guidePages.has(id));
