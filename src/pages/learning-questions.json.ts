import type { APIRoute, GetStaticPaths } from 'astro';
import languages from 'virtual:languages';
import { lessonsOf } from '../curriculum/model.ts';
import { answerText } from '../curriculum/question.ts';
import { inlineMarkdown } from '../markdown/inline-markdown.ts';
import type { LessonQuestions } from '../ready-next/known-already.ts';
import type { LessonView } from '../site/curriculum-view.ts';
import { languageOf } from '../site/page-language.ts';

export const getStaticPaths: GetStaticPaths = () =>
  lessonsOf<LessonView>(languages[0]!.curriculum)
    .filter(({ questions }) => questions.length > 0)
    .map(({ slug }) => ({ params: { lesson: slug } }));

/** The questions of a lesson by topic, for whoever knows a topic already. */
export const GET: APIRoute = ({ url, params }) => {
  const lesson = lessonsOf<LessonView>(languageOf(url).curriculum).find(({ slug }) => slug === params.lesson)!;
  const byTopic = Map.groupBy(lesson.questions, ({ topic }) => topic);
  const file: LessonQuestions = Object.fromEntries(
    [...byTopic].map(([topic, questions]) => [
      topic,
      questions.map((question) => ({
        question: inlineMarkdown(question.question),
        answer: inlineMarkdown(answerText(question, languageOf(url).t)),
      })),
    ]),
  );
  return Response.json(file);
};
