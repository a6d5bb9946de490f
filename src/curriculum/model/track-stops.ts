/** Where tracks lead through a lesson or topic, for showing. */
import type { Translator } from '../../strings/translator.ts';
import type { Stop, Track } from './model.ts';

/**
 * Names the stages.
 *
 * @returns such as `{ path: '/tracks/eight-stages/#storage', title: '8 stages, stage 3' }`
 */
export function titledStops(
  stops: readonly Stop[],
  tracks: readonly Pick<Track, 'slug' | 'path' | 'label' | 'stages'>[],
  t: Translator,
): { path: string; title: string }[] {
  return stops.map((stop) => {
    const track = tracks.find((one) => one.slug === stop.track)!;
    const stage = track.stages[stop.stage - 1]!;
    return { path: `${track.path}#${stage.id}`, title: t('topic.stop', { track: track.label, stage: stage.position }) };
  });
}
