/** What a page needs to follow a track, in the words of a language. */
import type { Stage, Track } from '../curriculum/model/model.ts';
import type { Translator } from '../strings/translator.ts';

/** One lesson, or sections of it, on the way. */
export interface GuideStep {
  /** Slug of the lesson. */
  lesson: string;
  title: string;
  /** Address: the lesson, or the first of the sections that the stage asks for. */
  href: string;
  /** `Stage 5: Caching` */
  label: string;
  /** `Next: Caching` */
  next: string;
  /** `Following 12 months: go on with Caching` */
  following: string;
}

export interface GuideStage {
  /** `5. Caching and Redis` */
  title: string;
  /** `Stage 5 of 10`, for where there is little room. */
  short: string;
  /** `Go on: stage 5`, for pages without a lesson. */
  goOn: string;
  /** `Not in your track: back to stage 5`, for lessons that the track does not lead to. */
  back: string;
  /** `Not in your track: go back` */
  backShort: string;
  /** `12 months, stage 5 of 10` */
  place: string;
  href: string;
  steps: GuideStep[];
}

/** `/tracks/<slug>.json` */
export interface TrackGuide {
  label: string;
  href: string;
  stages: GuideStage[];
}

/** Items of a stage that lead to one lesson. */
export interface LessonItems {
  lesson: string;
  items: Stage['items'];
}

/** Groups the items of a stage by their lessons, in the order in which the stage comes to them. */
export function byLesson(items: Stage['items']): LessonItems[] {
  const groups = new Map<string, Stage['items']>();
  for (const item of items) groups.set(item.lesson, [...(groups.get(item.lesson) ?? []), item]);
  return [...groups].map(([lesson, group]) => ({ lesson, items: group }));
}

/**
 * @param lessonLink address and title of a lesson
 */
export function trackGuide(
  { label, path, stages }: Pick<Track, 'label' | 'path' | 'stages'>,
  {
    t,
    href,
    lessonLink,
  }: { t: Translator; href(path: string): string; lessonLink(slug: string): { href: string; title: string } },
): TrackGuide {
  return {
    label,
    href: href(path),
    stages: stages.map((stage) => ({
      title: t('navigation.phase.short', { position: stage.position, title: stage.title }),
      short: t('track.place.short', { stage: stage.position, count: stages.length }),
      goOn: t('track.go-on', { stage: stage.position }),
      back: t('track.back', { stage: stage.position }),
      backShort: t('track.back.short'),
      place: t('track.place', { track: label, stage: stage.position, count: stages.length }),
      href: href(`${path}#${stage.id}`),
      steps: byLesson(stage.items).map(({ lesson, items }) => {
        const { title, href: address } = lessonLink(lesson);
        const isWhole = items.some((item) => item.topic === undefined);
        return {
          lesson,
          title,
          href: isWhole ? address : href(items[0]!.path),
          label: t('track.step', { stage: stage.position, title }),
          next: t('track.next', { title }),
          following: t('track.following', { track: label, title }),
        };
      }),
    })),
  };
}
