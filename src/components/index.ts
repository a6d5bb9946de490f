/** Components that pages under `content/docs` may use: `import { Checkpoint } from '@components';` */
export { default as Checkpoint } from './Checkpoint.astro';
export { default as LessonRun } from './LessonRun.astro';
export { default as PhaseList } from './PhaseList.astro';
export { default as ProjectFacts } from './ProjectFacts.astro';
export { default as ReadyNext } from '../ready-next/ReadyNext.astro';
export { default as RoadmapExtras } from './RoadmapExtras.astro';
export { default as SideBySide } from './SideBySide.astro';
export { default as TrackCards } from './TrackCards.astro';
