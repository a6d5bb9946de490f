/**
 * Every string that our own components, steps and scripts show, in English. A translation in
 * `content/i18n/<language>.json` has the same keys; what it leaves out stays English.
 *
 * `{name}` stands for a value; numbers are written as the language writes them. An entry with forms is chosen by the
 * plural rules of the language for `{count}`, or for the range from `{from}` to `{to}`. Names of levels and kinds are
 * written as within a sentence; where they stand alone their first letter becomes a capital.
 */
export const english = {
  /** What stands between the items of a list. */
  'list.between': ', ',

  'page.glossary': 'Glossary',
  'page.guide': 'Make it yours',
  'page.map': 'Map',
  'page.offline': 'Read offline',
  'page.plan': 'Plan',
  'page.projects': 'Projects',
  'page.questions': 'Questions',
  'page.repository': 'Repository',
  'page.search': 'Search',
  'page.tracks': 'Tracks',

  'level.beginner': 'beginner',
  'level.intermediate': 'intermediate',
  'level.advanced': 'advanced',
  'level.range': '{from} to {to}',
  'hours.range': { one: '{from} to {to} hour', other: '{from} to {to} hours' },
  'hours.same': { one: '{count} hour', other: '{count} hours' },
  'hours.short': '{from}–{to} h',

  minutes: '{count} min',
  'minutes.hours': '{hours} h {count} min',

  'fact.before': 'Before this',
  'fact.duration': 'Duration',
  'fact.lessons': 'Lessons',
  'fact.level': 'Level',
  'fact.needs': 'Know before',
  'fact.nothing': 'Nothing: start here',
  'fact.opens': 'Opens the way to',
  'fact.stages': 'Stages',
  'fact.tags': 'Tags',
  'fact.time': 'Time',
  'fact.tracks': 'On the tracks',
  'fact.trains': 'Trains',

  'lesson.build': 'Build it: {projects}.',
  'lesson.done': 'What you can do now',
  'lesson.more': 'Goals, tracks, tags and review',
  'lesson.outcomes': 'Afterwards you can',
  'lesson.phase': 'Phase {position} of {count}',
  'lesson.reviewed': 'Reviewed on {date}.',
  'lesson.reviewed.with': 'Reviewed on {date}, checked with {versions}.',
  'lesson.questions': 'Answer its questions again, without looking.',
  'lesson.reading': '{hours}, {reading} of it reading',
  'lesson.reading.how':
    '{reading} to read the text, at {words} words and {lines} lines of code a minute. The rest of the {hours} is for the exercises and for what you build.',
  'lesson.supplement': 'Supplement',
  'lesson.tested': 'Code on this page was tested on {date}.',
  'lesson.tested.with': 'Code on this page was tested on {date} with {tools}.',
  'lesson.tested.part': {
    one: 'Of the {shown} code files on this page {count} was tested on {date}.',
    other: 'Of the {shown} code files on this page {count} were tested on {date}.',
  },
  'lesson.tested.part.with': {
    one: 'Of the {shown} code files on this page {count} was tested on {date} with {tools}.',
    other: 'Of the {shown} code files on this page {count} were tested on {date} with {tools}.',
  },

  'navigation.phase': 'Phase {position}: {title}',
  'navigation.phase.short': '{position}. {title}',
  'navigation.site': 'Parts of the site',

  'topic.after': 'After {topics}',
  'topic.could': 'Could know',
  'topic.fits': 'How it fits in',
  'topic.must': 'Must know',
  'topic.should': 'Should know',
  'topic.stop': '{track}, stage {stage}',

  'checkpoint.again': 'Read the section again',
  'code.block': '{title}, code block {number}',
  'code.copied': 'Copied',
  'code.copy': 'Copy',
  'code.wrap': 'Wrap long lines',
  'sample.brief.about': 'About this file',
  'sample.brief.checked': 'Tested',
  'sample.brief.left': 'Not run here',
  'sample.brief.once': 'Captured once',
  'sample.brief.ran': 'Run with {tools}',
  'sample.brief.tested': 'Tested with {tools}',
  'sample.download': 'Download all of {sample}',
  'sample.excerpt':
    'Lines chosen from a run. Each run is compared with them, apart from numbers and identifiers, which differ.',
  'sample.left': 'Not run here: {reason}.',
  'sample.numbers': 'Each run is compared with this output, apart from numbers and identifiers, which differ.',
  'sample.once': 'Captured once, no new run is compared: {reason}.',
  'sample.output': 'Output',
  'sample.plan': 'Each run is compared with this plan, apart from costs, times and page counts, which differ.',
  'sample.pseudo': 'Pseudo-code',
  'sample.repository': 'In the repository',
  'sample.tested': 'Tested on {date}.',
  'sample.varies': 'What it prints differs from run to run: {reason}.',
  'sample.wrong': 'Wrong on purpose',

  'diagram.close': 'Close',
  'diagram.enlarge': 'Enlarge',
  'diagram.enlarge.named': 'Enlarge diagram: {title}',
  'diagram.larger': 'Larger',
  'diagram.smaller': 'Smaller',
  'diagram.to': 'to',
  'diagram.untitled': 'Diagram',
  'diagram.words': 'Diagram in words',

  'map.arrow': 'An arrow leads from what is known before to what it opens',
  'map.before': 'Before it: {phases}.',
  'map.description': {
    one: 'The one phase of {site}: what to know before each, and what each opens the way to.',
    other: 'All {count} phases of {site}: what to know before each, and what each opens the way to.',
  },
  'map.needs': 'Needs',
  'map.nothing': 'Nothing needed before: start here.',
  'map.opens': 'Opens',
  'map.opens.named': 'Opens the way to {phases}.',
  'map.picture': 'Map of all phases and what each needs',
  'map.start': 'Start here.',
  'map.words': 'The map in words',

  'glossary.description': {
    one: '{count} word or acronym of {site}, in plain words and with the section that teaches it.',
    other: '{count} words and acronyms of {site}, each in plain words and with the section that teaches it.',
  },

  'track.goal': 'Goal:',
  'track.month': 'Month {number}',
  'track.months': 'Months {from} to {to}',
  'track.practice': 'Practice',
  'track.projects': 'Projects',
  'track.timeline': 'Timeline',
  'tracks.description': {
    one: 'One way through the same {lessons} lessons: choose by the time you have and by what you know.',
    other: '{count} ways through the same {lessons} lessons: choose by the time you have and by what you know.',
  },

  'search.all': '{filter}: all',
  'search.close': 'Close',
  'search.description': 'Search every lesson, sample, diagram, question and project of {site}.',
  'search.failed': 'Search could not be loaded. Check the connection and type again.',
  'search.field': 'Search topics',
  'search.fewer': 'Try fewer or other words.',
  'search.filter.kind': 'Kind',
  'search.filter.level': 'Level',
  'search.filter.phase': 'Lesson',
  'search.filter.track': 'Track',
  'search.forget': 'Forget them',
  'search.kind.code': 'code',
  'search.kind.diagram': 'diagram',
  'search.kind.glossary': 'glossary',
  'search.kind.guide': 'guide',
  'search.kind.lesson': 'lesson',
  'search.kind.project': 'project',
  'search.kind.question': 'question',
  'search.meant': 'Did you mean {words}?',
  'search.nothing': 'Nothing found for “{query}”.',
  'search.page': 'Open as a page',
  'search.recent': 'Recent searches',
  'search.script': 'Search runs in the browser and needs JavaScript. The {map} lists every phase.',
  'search.script.map': 'map',
  'search.sections': { one: '{count} section.', other: '{count} sections.' },
  'search.sections.best': { one: '{count} section, the best of many.', other: '{count} sections, the best of many.' },

  'feed.description': 'What is new in {site}.',
  'feed.title': '{site}: changes',

  'missing.home': 'Home',
  'missing.near': 'Perhaps you were looking for one of these:',
  'missing.text': 'There is no page at this address. It may have moved, or the address has a slip in it.',
  'missing.title': 'Page not found (404)',
  'missing.ways': 'Or start from here:',

  'moved.page': 'This page has moved. It is now {page}.',
  'moved.section': 'What stood here is now on another page: {section}.',

  'plan.again': 'Plan anew from today',
  'plan.behind': { one: 'You are {count} day behind this plan.', other: 'You are {count} days behind this plan.' },
  'plan.ahead': { one: 'You are {count} day ahead of this plan.', other: 'You are {count} days ahead of this plan.' },
  'plan.build': 'Build it: {lesson}',
  'plan.calendar': 'Calendar file (.ics)',
  'plan.calendar.cancel': 'File that removes it from a calendar',
  'plan.calendar.event': 'Learn: {topic}',
  'plan.calendar.text': '{lesson}, about {time}.',
  'plan.continues': '{topic} (goes on)',
  'plan.days': 'Days of the week',
  'plan.days.none': 'Choose at least one day of the week.',
  'plan.description':
    'When you will be through, week by week: choose what to learn, when to start, and how much time you have.',
  'plan.done': 'Nothing is left to learn here.',
  'plan.end': {
    one: 'Through on {date}: {time} of learning in {count} week.',
    other: 'Through on {date}: {time} of learning in {count} weeks.',
  },
  'plan.estimate':
    'Hours are estimates: halfway between the least and the most hours of a lesson, spread evenly over its topics. What needs something else comes after it.',
  'plan.failed': 'The plan could not be loaded. Check the connection and try again.',
  'plan.forget': 'Forget this plan',
  'plan.hours': 'Hours a week',
  'plan.hours.wrong': 'Write how many hours a week you have, from 1 to 80.',
  'plan.keep': 'Keep this plan',
  'plan.kept': 'This plan is kept on this device.',
  'plan.kept.not': 'This browser does not keep plans. Take the calendar file, or print the plan.',
  'plan.left': 'Leave out what I have done',
  'plan.phases': 'All phases',
  'plan.print': 'Print',
  'plan.script':
    'The plan is worked out by a script, which this browser does not run. The hours of each lesson stand at its top, and those of each track and stage on the page of the track.',
  'plan.start': 'First day',
  'plan.start.wrong': 'Choose the first day.',
  'plan.track': 'What to learn',
  'plan.true': 'You are where this plan wants you to be.',
  'plan.week': 'Week {number}: {dates}',
  'plan.weeks': 'Week by week',

  'ready.after': 'All it needs is done: {topics}.',
  'ready.begun': 'You have begun this lesson.',
  'ready.nothing': 'It needs nothing before.',
  'ready.none': 'You have finished everything there is to learn here.',
  'ready.note': 'A recommendation: every page can be read at any time.',
  'ready.opens': { one: 'Opens {count} topic.', other: 'Opens {count} topics.' },
  'ready.stage': 'On your track: {stage}.',
  'ready.title': 'Ready next',

  'questions.all': 'All levels',
  'questions.description': {
    one: '{count} question of {site} with its answer: answer it yourself before you open it.',
    other: '{count} questions of {site} with their answers, by lesson: answer each yourself before you open it.',
  },
  'questions.count': { one: '{count} question', other: '{count} questions' },
  'questions.lesson': 'Read the lesson',

  'offline.again': 'Try again',
  'offline.begun': 'Saving was interrupted at {share}. {transfer} are left.',
  'offline.close': 'Close',
  'offline.continue': 'Continue',
  'offline.copy': 'Saved copy',
  'offline.description': 'Save {site} once, then read and search every page of it without a network.',
  'offline.error': 'Something went wrong while saving.',
  'offline.error.changed': 'The site was updated while it was being saved. Press again to save the new version.',
  'offline.error.full':
    'There is no room left on this device for the whole site. Free some space and press again; what is saved so far is kept.',
  'offline.error.lost': 'The connection was lost. What is saved so far is kept; press again to continue.',
  'offline.error.reach': 'The site cannot be reached. Try again when you are connected.',
  'offline.error.refused':
    'This browser refused to keep the files. Private windows and blocked storage do not allow it.',
  'offline.error.storage':
    'This browser keeps nothing for this site. Private windows, blocked storage and addresses without https do not allow it.',
  'offline.how': 'How it works',
  'offline.load': 'Load this page again',
  'offline.newer': 'A new version of this site can be saved.',
  'offline.none': 'This site is published without reading offline.',
  'offline.page.changes': 'When something changes',
  'offline.page.changes.text':
    'A saved copy stays as it is until you update it. When you are connected and there is a new version, a line above the page says so; an update downloads only what has changed. If it is interrupted, the copy you have stays whole, and the next try goes on where it stopped.',
  'offline.page.remove': 'How to remove it',
  'offline.page.remove.text':
    'Press “Remove the saved copy” above, or clear the data of this site in the settings of your browser. Browsers may also remove it by themselves when the device runs out of space or when you have not come back for weeks.',
  'offline.page.saved': 'What is saved',
  'offline.page.saved.text':
    'Every page with its diagrams, samples and questions, both themes, and the index of the search. Nothing is downloaded before you press the button, and nothing is sent anywhere.',
  'offline.page.script': 'Saving for offline needs JavaScript. You can still save single pages with your browser.',
  'offline.plan':
    'Save every page, diagram and sample and the search on this device: about {transfer} to download, {size} of space.',
  'offline.reading': 'You are reading offline.',
  'offline.remove': 'Remove the saved copy',
  'offline.save': 'Save offline',
  'offline.saved': 'Saved',
  'offline.save.all': 'Save for offline',
  'offline.saved.newest': 'The whole site is saved on this device, in the version of {date}. It is the newest.',
  'offline.saved.now': 'The new version is saved. Pages that are open stay as they are until you load them again.',
  'offline.saved.old': 'The version of {date} is saved. A new version is there; {transfer} have changed.',
  'offline.saved.unknown':
    'The whole site is saved on this device, in the version of {date}. Whether there is a newer one cannot be checked without a network.',
  'offline.saving': 'Saving…',
  'offline.saving.label': 'Saving',
  'offline.saving.share': 'Saving… {share}',
  'offline.stop': 'Stop',
  'offline.update': 'Update',
} as const satisfies Record<string, StringEntry>;

/** A string, or its forms by the plural rules of its language; `other` is always there. */
export type StringEntry = string | PluralForms;
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type StringKey = keyof typeof english;

/** Strings of a language; those it has not are English. */
export type StringTable = Partial<Record<StringKey, StringEntry>>;
