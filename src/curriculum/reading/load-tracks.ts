/** Loads the tracks, resolves what their stages lead to, and adds up their time. */
import { readYamlFile, yamlFilesBelow } from '../files/content-files.ts';
import type { LoadedLessons } from './load-lessons.ts';
import type { Hours, Lesson, Project, Span, Stage, Track, TrackItem } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { trackFileName } from '../names/page-id.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { isReference, resolveReference } from '../names/reference.ts';
import { levels, trackSchema, type Level, type TrackSource } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

const folder = 'content/tracks';

/** Loads every track, and tells lessons and topics which stages lead to them. */
export function loadTracks(root: string, known: LoadedLessons, projects: Project[], problems: Problem[]): Track[] {
  const lessons = new Map([...known.phases, ...known.supplements].map((lesson) => [lesson.slug, lesson]));
  const tracks: Track[] = [];
  for (const name of yamlFilesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    const parts = trackFileName(name);
    if (!parts) {
      problems.push(problem('track-file-name', { file }, { name }));
      continue;
    }
    const twin = tracks.find((one) => one.number === parts.number || one.slug === parts.slug);
    if (twin) problems.push(problem('track-twice', { file }, { name, other: twin.file }));
    const read = readYamlFile(root, file, trackSchema, problems);
    if (!read) continue;
    const stages = read.value.stages.map((stage, index) =>
      toStage(stage, index, read.source, known, lessons, problems),
    );
    checkStageIds(stages, read.source, problems);
    tracks.push({
      ...read.value,
      ...parts,
      path: `/tracks/${parts.slug}/`,
      file,
      stages,
      timeline: toTimeline(read.value, read.source, problems),
      projects: placeProjects(read.value, read.source, projects, problems),
      hours: hoursOf(
        stages.flatMap((stage) => stage.items),
        lessons,
      ),
    });
  }
  tracks.sort((a, b) => a.number - b.number);
  for (const track of tracks) tellStops(track, lessons);
  return tracks;
}

type Lessons = ReadonlyMap<string, Lesson>;

function toStage(
  stage: TrackSource['stages'][number],
  index: number,
  source: YamlSource,
  known: LoadedLessons,
  lessons: Lessons,
  problems: Problem[],
): Stage {
  const items = stage.items.flatMap(({ label, to }, position): TrackItem[] => {
    const result = resolveReference(to, known.targets);
    if (isReference(result)) return [{ label, ...result }];
    const place = source.placeOf(['stages', index, 'items', position, 'to']);
    problems.push(problem('topic-reference', place, { reference: to, near: result.near }));
    return [];
  });
  return { ...stage, position: index + 1, items, hours: hoursOf(items, lessons), levels: levelsOf(items, lessons) };
}

function checkStageIds(stages: readonly Stage[], source: YamlSource, problems: Problem[]): void {
  stages.forEach(({ id }, index) => {
    if (stages.findIndex((one) => one.id === id) < index)
      problems.push(problem('stage-twice', source.placeOf(['stages', index, 'id']), { id }));
  });
}

/**
 * Adds up the time of sections: a lesson in full, a topic by its share of its lesson, nothing twice.
 *
 * @returns hours, rounded to whole ones, at least 1
 */
function hoursOf(items: readonly TrackItem[], lessons: Lessons): Hours {
  const whole = new Set(items.filter((item) => item.topic === undefined).map((item) => item.lesson));
  const topics = new Map<string, string>();
  for (const { lesson, topic } of items)
    if (topic !== undefined && !whole.has(lesson)) topics.set(`${lesson}#${topic}`, lesson);
  const sum = (end: 0 | 1) => {
    let hours = 0;
    for (const slug of whole) hours += lessons.get(slug)?.hours[end] ?? 0;
    for (const slug of topics.values()) {
      const lesson = lessons.get(slug);
      if (lesson) hours += lesson.hours[end] / lesson.topics.length;
    }
    return Math.max(1, Math.round(hours));
  };
  return [sum(0), sum(1)];
}

function levelsOf(items: readonly TrackItem[], lessons: Lessons): [Level, Level] {
  const found = items.flatMap((item) => lessons.get(item.lesson)?.level ?? []).map((level) => levels.indexOf(level));
  return [levels[Math.min(...found)] ?? levels[0], levels[Math.max(...found)] ?? levels[0]];
}

function toTimeline({ stages, timeline }: TrackSource, source: YamlSource, problems: Problem[]): Span[] {
  const ids = stages.map((stage) => stage.id);
  return timeline.map((span, index) => ({
    ...span,
    stages: span.stages.flatMap((id, position) => {
      const at = ids.indexOf(id);
      if (at >= 0) return [at + 1];
      const place = source.placeOf(['timeline', index, 'stages', position]);
      problems.push(problem('stage-unknown', place, { id, near: nearest(id, ids), allowed: ids }));
      return [];
    }),
  }));
}

function placeProjects(track: TrackSource, source: YamlSource, projects: readonly Project[], problems: Problem[]) {
  const ids = projects.map((project) => project.id);
  return track.projects.flatMap(({ title, id }, index) => {
    const project = projects.find((one) => one.id === id);
    if (project) return [{ title, path: project.path, hours: project.hours }];
    problems.push(
      problem('project-unknown', source.placeOf(['projects', index, 'id']), { id, near: nearest(id, ids) }),
    );
    return [];
  });
}

function tellStops(track: Track, lessons: Lessons): void {
  for (const { position, items } of track.stages) {
    const stop = { track: track.slug, stage: position };
    for (const item of items) {
      const lesson = lessons.get(item.lesson);
      const topic = lesson?.topics.find((one) => one.id === item.topic);
      for (const stops of [lesson?.stops, topic?.stops])
        if (stops && !stops.some((one) => one.track === stop.track && one.stage === stop.stage)) stops.push(stop);
    }
  }
}
