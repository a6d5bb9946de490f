/** Decides where in a track a reader is. */
import type { GuideStage, GuideStep, TrackGuide } from './track-guide.ts';

export interface PlacedStep extends GuideStep {
  /** Position among all steps of the track, from 0. */
  index: number;
  stage: GuideStage;
}

/** All steps of a track in order. */
export const stepsOf = ({ stages }: TrackGuide): PlacedStep[] =>
  stages.flatMap((stage) => stage.steps.map((step) => ({ ...step, stage }))).map((step, index) => ({ ...step, index }));

/**
 * A track may come to a lesson more than once. The reader is at the step they went to, or right after where they were;
 * who comes from elsewhere is at the first.
 *
 * @param lesson slug of the lesson the page shows
 * @param last index of the step the reader was at or chose last
 * @returns undefined for a lesson that the track does not lead to
 */
export function currentStep(
  steps: readonly PlacedStep[],
  lesson: string | undefined,
  last: number | undefined,
): PlacedStep | undefined {
  const here = steps.filter((step) => step.lesson === lesson);
  return here.find(({ index }) => last !== undefined && (index === last || index === last + 1)) ?? here[0];
}

/** A link that tells the reader where they are in a track, or how they come back to it. */
export interface PlaceLink {
  href: string;
  text: string;
  /** The step the reader is at after they have followed it. */
  step?: number;
}

/**
 * What a place on a page says of the track.
 *
 * @param where `short` where there is little room
 * @param here the step that the page is, if it is one
 * @param last the step where the reader was last
 * @param isLesson whether the page is a lesson at all
 */
export function placeLinks(
  where: string | undefined,
  steps: readonly PlacedStep[],
  here: PlacedStep | undefined,
  last: PlacedStep,
  isLesson: boolean,
): PlaceLink[] {
  if (here) {
    const { stage, index } = here;
    const ahead = steps[index + 1];
    return [
      { href: stage.href, text: where === 'short' ? stage.short : stage.place },
      ...(ahead ? [{ href: ahead.href, text: ahead.next, step: ahead.index }] : []),
    ];
  }
  const { following, stage, href, index } = last;
  const isShort = where === 'short';
  const [back, onward] = isShort ? [stage.backShort, stage.goOn] : [stage.back, following];
  const text = isLesson ? back : onward;
  return [{ href, text, step: index }];
}
