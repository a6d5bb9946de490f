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
