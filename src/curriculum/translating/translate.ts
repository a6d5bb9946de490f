/** Puts a roadmap into another language: the structure is that of the base language, texts are replaced one by one. */
import { byName, byText } from '../model/order.ts';
import { translatedEntries } from '../reading/arrange-sections.ts';
import { headerLinks } from '../reading/header-links.ts';
import { placedQuestions } from '../reading/load-lessons.ts';
import { titleOf } from '../reading/load-projects.ts';
import type { Translation } from './load-translations.ts';
import type { Curriculum, Lesson, Phase, PlacedTerm, Project, Track } from '../model/model.ts';
import type { Reference } from '../names/reference.ts';
import { translateExercise } from '../exercises/exercise.ts';
import { translateQuestion } from '../questions/translate-question.ts';

/**
 * @param base the roadmap in its base language
 * @param made names of the pages that are made from the model, in the other language
 */
export function translate(
  base: Curriculum,
  translation: Translation,
  made: (tracks: readonly Track[]) => ReadonlyMap<string, string>,
): Curriculum {
  const { language, site, tracks: trackTexts, questions, exercises, glossary, messages, search } = translation;
  const pages = new Map([...base.pages].map(([id, page]) => [id, translation.pages.get(id) ?? page]));
  const phases = base.phases.map((one): Phase => ({ ...one, ...lessonTexts(one) }));
  const supplements = base.supplements.map((one): Lesson => ({ ...one, ...lessonTexts(one) }));
  const lessons = new Map([...phases, ...supplements].map((lesson) => [lesson.slug, lesson]));
  const named = <One extends Reference>(reference: One): One => {
    const lesson = lessons.get(reference.lesson);
    const heading = lesson?.headings.find((one) => one.depth === 2 && one.id === reference.topic);
    return { ...reference, title: (reference.topic === undefined ? lesson?.title : heading?.text) ?? reference.title };
  };
  for (const lesson of lessons.values())
    lesson.topics = lesson.topics.map((topic) => ({
      ...topic,
      title: lesson.headings.find((one) => one.depth === 2 && one.id === topic.id)?.text ?? topic.title,
      prerequisites: topic.prerequisites.map(named),
    }));
  const projects = base.projects.map(projectIn);
  const tracks = base.tracks.map(trackIn);
  const madeNames = made(tracks);

  return {
    language,
    site: {
      ...base.site,
      language: language.tag,
      title: site.title ?? base.site.title,
      description: site.description ?? base.site.description,
    },
    phases,
    supplements,
    tracks,
    projects,
    glossary: base.glossary.map(termIn).sort(byName(language.tag)),
    messages: base.messages
      .map(({ see, ...one }) => ({ ...one, ...messages[one.message], see: named(see) }))
      .sort(byText(language.tag, 'message')),
    search: {
      fillers: [...base.search.fillers, ...search.fillers],
      names: [...base.search.names, ...search.names],
      alike: [...base.search.alike, ...search.alike],
      topics: (search.topics ?? base.search.topics).map(({ see, ...one }) => ({ ...one, see: named(see) })),
      common: search.common ?? base.search.common,
      questions: search.questions ?? base.search.questions,
    },
    changes: base.changes,
    pages,
    made: madeNames,
    sections: base.sections.map((section) => ({
      ...section,
      title: site.sections?.[section.title] ?? section.title,
      entries: translatedEntries(section.entries, site.sections),
    })),
    header: headerLinks(
      { site: base.site, pages, made: madeNames, projects },
      String(language.strings['page.projects']),
    ),
  };

  function lessonTexts(lesson: Lesson) {
    const page = translation.pages.get(lesson.path.slice(1, -1));
    const own = page?.frontmatter.data as { outcomes?: string[]; tags?: string[] } | undefined;
    const texts = questions.get(lesson.slug) ?? {};
    const tasks = exercises.get(lesson.slug) ?? {};
    return {
      exercises: lesson.exercises.map((one) => translateExercise(one, tasks[one.id])),
      questions: lesson.questions.map((one) => translateQuestion(one, texts[one.id])),
      ...(page && {
        title: page.title,
        description: page.description,
        outcomes: own?.outcomes ?? lesson.outcomes,
        tags: own?.tags?.map(String) ?? lesson.tags,
        headings: page.headings,
        placed: placedQuestions(page),
        // Sections have the anchors of the base page.
        reading: {
          ...page.reading,
          sections: page.reading.sections.map((section, index) => ({
            ...section,
            id: lesson.reading.sections[index]?.id ?? section.id,
          })),
        },
        file: page.file,
      }),
    };
  }

  function projectIn(project: Project): Project {
    const place = project.path.replace(/#.*$/, '');
    const page = translation.pages.get(place.slice(1, -1));
    const count = base.projects.filter((one) => one.path.startsWith(`${place}#`)).length;
    const trains = (page?.frontmatter.data as { trains?: Record<string, string> } | undefined)?.trains ?? {};
    return {
      ...project,
      title: titleOf(page, project.id, count) ?? project.title,
      trains: project.trains.map((one) => trains[one] ?? one),
    };
  }

  function trackIn(track: Track): Track {
    const { facts = {}, stages = {}, timeline = {}, projects: names = {}, ...own } = trackTexts.get(track.slug) ?? {};
    return {
      ...track,
      ...own,
      facts: track.facts.map((fact) => ({ ...fact, ...facts[fact.name] })),
      stages: track.stages.map((stage) => {
        const { items = {}, practice = {}, tags = {}, ...texts } = stages[stage.id] ?? {};
        return {
          ...stage,
          ...texts,
          items: stage.items.map((item) => ({ ...named(item), label: items[item.label] ?? item.label })),
          practice: stage.practice.map((task) => practice[task] ?? task),
          tags: stage.tags.map((tag) => tags[tag] ?? tag),
        };
      }),
      timeline: track.timeline.map((span) => ({ ...span, title: timeline[span.title] ?? span.title })),
      projects: track.projects.map((project) => {
        const id = base.projects.find((one) => one.path === project.path)?.id ?? '';
        return { ...project, title: names[id] ?? project.title };
      }),
    };
  }

  function termIn({ see, ...term }: PlacedTerm): PlacedTerm {
    return { ...term, ...glossary[term.term], ...(see && { see: named(see) }) };
  }
}
