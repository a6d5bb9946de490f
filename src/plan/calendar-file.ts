/**
 * A plan as a calendar file (iCalendar, RFC 5545). Each topic is an event of whole days, from the first day to the last
 * that the plan gives it, so that nothing repeats for ever. Its name is made of the number that the topic has in the
 * ledger of ids: a later version of the plan takes the place of an earlier one, and another file takes all of it back.
 */
import { addDays, type Session, type Unit } from './plan-sessions.ts';

export interface CalendarWords {
  /** Name of the calendar. */
  name: string;
  /** Title of an event. */
  title(unit: Unit): string;
  /** Text of an event. */
  text(unit: Unit): string;
}

export interface CalendarOptions {
  /** What tells this site from others, host and base path: `example.org/roadmap` */
  site: string;
  /** When the file is made. */
  now: Date;
  /** Full address of a path of the site. */
  address(path: string): string;
  words: CalendarWords;
}

/**
 * Writes a plan.
 *
 * @param dropped what an earlier version may have had and this one has not, because it is done or no longer planned
 */
export function calendarFile(sessions: readonly Session[], dropped: readonly Unit[], options: CalendarOptions): string {
  const days = new Map<Unit, { first: string; last: string }>();
  for (const { date, parts } of sessions)
    for (const { unit } of parts) days.set(unit, { first: days.get(unit)?.first ?? date, last: date });
  return calendar('PUBLISH', options, [
    ...[...days].flatMap(([unit, { first, last }]) => event(unit, first, last, 'CONFIRMED', options)),
    ...dropped.flatMap((unit) => cancelled(unit, options)),
  ]);
}

/** Writes a file that takes back every event that any version of a plan may have had. */
export const cancellingFile = (units: readonly Unit[], options: CalendarOptions): string =>
  calendar(
    'CANCEL',
    options,
    units.flatMap((unit) => cancelled(unit, options)),
  );

function cancelled(unit: Unit, options: CalendarOptions): string[] {
  const today = options.now.toISOString().slice(0, 10);
  return event(unit, today, today, 'CANCELLED', options);
}

function calendar(method: 'PUBLISH' | 'CANCEL', { words, site }: CalendarOptions, events: string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(site)}//roadmap plan//EN`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    `X-WR-CALNAME:${escaped(words.name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(
  unit: Unit,
  first: string,
  last: string,
  status: 'CONFIRMED' | 'CANCELLED',
  { site, now, address, words }: CalendarOptions,
): string[] {
  const compact = (date: string) => date.replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${uid(unit, site)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    // Minutes since 1970: rises with each file, so that nothing has to be remembered for it.
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    `STATUS:${status}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    // The end of a whole day is the day after it.
    `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`,
    `SUMMARY:${escaped(words.title(unit))}`,
    `DESCRIPTION:${escaped(words.text(unit))}`,
    `URL:${address(unit.path)}`,
    // Learning does not keep anybody from a meeting.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `topic-112.roadmap@example.org` for the site `example.org/roadmap` */
function uid({ kind, n }: Unit, site: string): string {
  const [host = '', ...path] = site.split('/').filter(Boolean);
  return `${[`${kind}-${n}`, ...path].join('.')}@${host}`;
}

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
