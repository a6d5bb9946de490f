/** Shows a plan: its end, and what to learn on each day of each week. */
import type { Translator } from '../strings/translator.ts';
import { addDays, inWeeks, minutesOf, type Session, type Unit } from './plan-sessions.ts';

const utc = { timeZone: 'UTC' } as const;
/** Weeks that stand open below the form. */
const openWeeks = 4;
const moment = (date: string) => new Date(`${date}T00:00:00Z`);

/** What a unit is called. */
export const unitTitle = (unit: Unit, t: Translator): string =>
  unit.title ?? t('plan.build', { lesson: unit.lesson.title });

/** `90` → `1.5 hours` */
export function timeText(minutes: number, t: Translator): string {
  const hours = minutes / 60;
  return t('hours.same', { count: hours < 10 ? Math.max(0.1, Math.round(hours * 10) / 10) : Math.round(hours) });
}

/** `Through on May 3, 2027: 300 hours of learning in 52 weeks.` */
export function endText(sessions: readonly Session[], t: Translator): string {
  const last = sessions.at(-1);
  if (!last) return t('plan.done');
  const count = inWeeks(sessions).size;
  return t('plan.end', { date: t.date(last.date), time: timeText(minutesOf(sessions), t), count });
}

/**
 * The weeks of a plan, each a list of days; those after the first month are folded up by month.
 *
 * @param href address of a path in the language of the page
 */
export function weeksOf(sessions: readonly Session[], t: Translator, href: (path: string) => string): HTMLElement[] {
  const range = new Intl.DateTimeFormat(t.lang, { month: 'short', day: 'numeric', year: 'numeric', ...utc });
  const day = new Intl.DateTimeFormat(t.lang, { weekday: 'short', month: 'short', day: 'numeric', ...utc });
  const monthName = new Intl.DateTimeFormat(t.lang, { month: 'long', year: 'numeric', ...utc });
  const begun = new Set<Unit>();
  const weeks = [...inWeeks(sessions)].map(([monday, days], index) => {
    const section = document.createElement('section');
    const dates = range.formatRange(moment(monday), moment(addDays(monday, 6)));
    const heading = document.createElement('h3');
    heading.textContent = t('plan.week', { number: index + 1, dates });
    const list = document.createElement('ul');
    list.append(
      ...days.map(({ date, parts }) => {
        const item = document.createElement('li');
        const when = document.createElement('time');
        when.dateTime = date;
        when.textContent = day.format(moment(date));
        const links = parts.map(({ unit }) => {
          const title = unitTitle(unit, t);
          const link = document.createElement('a');
          link.href = href(unit.path);
          link.textContent = begun.has(unit) ? t('plan.continues', { topic: title }) : title;
          begun.add(unit);
          return link;
        });
        const what = document.createElement('span');
        what.append(...t.between<Node>(links));
        item.append(when, what);
        return item;
      }),
    );
    section.append(heading, list);
    return { monday, section };
  });
  const sections = (some: typeof weeks) => some.map(({ section }) => section);
  const later = Map.groupBy(weeks.slice(openWeeks), ({ monday }) => monday.slice(0, 7));
  return [
    ...sections(weeks.slice(0, openWeeks)),
    ...[...later].map(([month, inMonth]) => {
      const details = document.createElement('details');
      details.dataset.month = month;
      const summary = document.createElement('summary');
      summary.textContent = monthName.format(moment(`${month}-01`));
      details.append(summary, ...sections(inMonth));
      return details;
    }),
  ];
}
