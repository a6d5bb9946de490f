/** Makes `/review/data.json`. */
import { lessonsOf, type Curriculum, type Lesson } from '../curriculum/model/model.ts';
import { isGraded } from '../curriculum/questions/question.ts';
import { isLong } from './comes-back.ts';
import type { ReviewData } from '../schedule/review-data.ts';

const starts = ['review.', 'question.', 'progress.trouble.'];

export function reviewData(curriculum: Curriculum): ReviewData {
  const lessons = lessonsOf<Lesson>(curriculum);
  const topicsOf = new Map(lessons.map(({ slug, topics }) => [slug, new Set(topics.map(({ id }) => id))]));
  return {
    words: Object.fromEntries(
      Object.entries(curriculum.language.strings).filter(
        ([key]) => key === 'list.between' || starts.some((start) => key.startsWith(start)),
      ),
    ),
    lessons: lessons
      .filter(({ questions }) => questions.length > 0)
      .map(({ slug, title, path, questions, topics }) => ({
        slug,
        title,
        path: path.slice(1),
        questions: questions.map((question) => ({
          id: question.id,
          topic: question.topic,
          ...(isGraded(question) && { graded: true as const }),
          ...(question.revision > 1 && { revision: question.revision }),
          ...(question.cards.length > 0 && { cards: question.cards.map(({ id }) => id) }),
          ...(isLong(question) && { long: true as const }),
          ...(!question.review && { review: false as const }),
        })),
        topics: Object.fromEntries(
          topics.flatMap(({ id, title: name }) => (questions.some(({ topic }) => topic === id) ? [[id, name]] : [])),
        ),
      })),
    tracks: curriculum.tracks.map(({ slug, title, stages }) => ({
      slug,
      title,
      to: [
        ...new Set(
          stages.flatMap(({ items }) =>
            // A stage may lead to a section that teaches no topic; it stands for its lesson.
            items.map(({ lesson, topic }) =>
              topic !== undefined && topicsOf.get(lesson)?.has(topic) ? `${lesson}/${topic}` : lesson,
            ),
          ),
        ),
      ],
    })),
  };
}
