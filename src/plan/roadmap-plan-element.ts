/** `<roadmap-plan>`: the form of the page `/plan/`, and the plan below it, which follows every answer. */
import { finishedHere, whenProgressChanges } from '../ready-next/finished.ts';
import { loadLearning, type Learning } from '../ready-next/load-learning.ts';
import { addStyles } from '../theme/add-styles.ts';
import { chosenTrack } from '../tracks/chosen-track.ts';
import { calendarFile, cancellingFile, type CalendarOptions } from './calendar-file.ts';
import { isStart, keepPlan, keptPlan, type KeptPlan, type PlanWishes } from '../progress/kept-plan.ts';
import { paceOf } from './pace.ts';
import styles from './plan.css?inline';
import { keysOf, planSessions, unitsOf, type Session, type Unit } from './plan-sessions.ts';
import { endText, timeText, unitTitle, weeksOf } from './plan-view.ts';
import { button } from '../theme/elements.ts';

addStyles(styles);

/** Today on the reader’s calendar. */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

const sumOf = (units: readonly Unit[]) => units.reduce((sum, { minutes }) => sum + minutes, 0);

class RoadmapPlan extends HTMLElement {
  #learning!: Learning;
  #stop?: () => void;
  #form!: HTMLFormElement;
  #pace = document.createElement('p');
  #end = document.createElement('p');
  #tools = document.createElement('p');
  #weeks = document.createElement('div');
  /** What there is only as long as the answers make a plan. */
  #rest = document.createElement('div');
  #sessions: Session[] = [];
  /** Tracks of which a calendar file was taken on this page, where the browser keeps no plan. */
  #taken: string[] = [];

  async connectedCallback() {
    this.#form = this.querySelector('form')!;
    try {
      this.#learning = await loadLearning(this.dataset.root!);
    } catch {
      this.#failed();
      return;
    }
    const { t } = this.#learning;
    this.#end.className = 'plan-end';
    this.#pace.className = 'plan-pace';
    this.#tools.className = 'plan-tools';
    // Told once what came out, not each of the weeks.
    this.#end.setAttribute('role', 'status');
    const title = document.createElement('h2');
    title.textContent = t('plan.weeks');
    this.#rest.append(this.#pace, this.#tools, title, this.#weeks);
    this.append(this.#end, this.#rest);
    // Paper shows all weeks.
    let folded: HTMLDetailsElement[] = [];
    addEventListener('beforeprint', () => {
      folded = [...this.#weeks.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const month of folded) month.open = true;
    });
    addEventListener('afterprint', () => {
      for (const month of folded) month.open = false;
    });
    const kept = keptPlan(this.dataset.base!);
    this.#answer(kept ?? { start: today(), hoursPerWeek: 6, days: [1, 3, 6] }, kept ? kept.track : chosenTrack());
    this.#form.hidden = false;
    this.#form.addEventListener('input', () => this.#show());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#stop = whenProgressChanges(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  #failed() {
    // Without the data there are no words of the language either; the page has this one.
    this.#form.hidden = true;
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent = this.dataset.failed!;
    this.append(note);
  }

  /** Puts answers into the form. */
  #answer({ start, hoursPerWeek, days }: PlanWishes, track = '') {
    const { elements } = this.#form;
    (elements.namedItem('track') as HTMLSelectElement).value = track;
    (elements.namedItem('start') as HTMLInputElement).value = start;
    (elements.namedItem('hours') as HTMLInputElement).value = String(hoursPerWeek);
    for (const box of this.querySelectorAll<HTMLInputElement>('input[name=day]'))
      box.checked = days.includes(Number(box.value));
  }

  /** The answers of the form; what is wrong with them, in words, where they make no plan. */
  #wishes(): { wishes: PlanWishes; track?: string; withoutDone: boolean } | { wrong: string } {
    const { t } = this.#learning;
    const answers = new FormData(this.#form);
    const start = String(answers.get('start'));
    const hoursPerWeek = Number(answers.get('hours'));
    const days = answers.getAll('day').map(Number);
    if (!isStart(start)) return { wrong: t('plan.start.wrong') };
    if (!(hoursPerWeek >= 1 && hoursPerWeek <= 80)) return { wrong: t('plan.hours.wrong') };
    if (days.length === 0) return { wrong: t('plan.days.none') };
    const track = String(answers.get('track')) || undefined;
    return { wishes: { start, hoursPerWeek, days }, ...(track && { track }), withoutDone: answers.has('left') };
  }

  /** Units of a track or of all phases, and those of them that are left. */
  #units(track: string | undefined): { all: Unit[]; left: Unit[] } {
    const finished = finishedHere(this.dataset.base!);
    const all = unitsOf(this.#learning.data, keysOf(this.#learning.data, track), () => false);
    return { all, left: all.filter(({ id }) => !finished.has(id)) };
  }

  #show() {
    const { t } = this.#learning;
    const answers = this.#wishes();
    const error = this.querySelector('#plan-error')!;
    error.textContent = 'wrong' in answers ? answers.wrong : '';
    this.#rest.hidden = 'wrong' in answers;
    if ('wrong' in answers) {
      this.#end.textContent = '';
      return;
    }
    const { all, left } = this.#units(answers.track);
    const units = answers.withoutDone ? left : all;
    this.#sessions = planSessions(units, answers.wishes);
    this.#end.textContent = endText(this.#sessions, t);
    const root = this.dataset.root!;
    const months = () => [...this.#weeks.querySelectorAll('details')];
    const open = new Set(months().flatMap((month) => (month.open ? [month.dataset.month] : [])));
    this.#weeks.replaceChildren(...weeksOf(this.#sessions, t, (path) => root + path.slice(1)));
    for (const month of months()) month.open = open.has(month.dataset.month);
    this.#showTools(answers.wishes, answers.track, sumOf(left));
  }

  #showTools(wishes: PlanWishes, track: string | undefined, left: number) {
    const { t } = this.#learning;
    const base = this.dataset.base!;
    const kept = keptPlan(base);
    const keep = (plan: KeptPlan | undefined, said: string) => {
      const isKept = keepPlan(base, plan);
      this.#show();
      this.#pace.textContent = isKept ? said : t('plan.kept.not');
    };
    const plan: KeptPlan = { ...wishes, ...(track && { track }), left };
    const same =
      kept && JSON.stringify({ ...kept, left: 0, calendars: undefined }) === JSON.stringify({ ...plan, left: 0 });
    const { calendars = kept ? [kept.track ?? ''] : this.#taken } = kept ?? {};
    // What stands in a calendar can be replaced and taken back only by a plan that is kept.
    const take = () => {
      this.#save(false, calendars);
      this.#taken = [...new Set([...calendars, track ?? ''])];
      keep({ ...(same ? kept : plan), calendars: this.#taken }, t('plan.kept'));
    };
    this.#pace.textContent = kept ? this.#paceText(kept) : '';
    const anew = () => {
      this.#answer({ ...kept!, start: today() }, kept!.track);
      keep({ ...kept!, start: today(), left: sumOf(this.#units(kept!.track).left) }, t('plan.kept'));
    };
    this.#tools.replaceChildren(
      ...(same ? [] : [this.#button(t('plan.keep'), () => keep({ ...plan, calendars }, t('plan.kept')), true)]),
      ...(kept && kept.start < today() ? [this.#button(t('plan.again'), anew, true)] : []),
      this.#button(t('plan.calendar'), take),
      this.#button(t('plan.print'), () => print()),
      ...(calendars.length > 0 ? [this.#button(t('plan.calendar.cancel'), () => this.#save(true, calendars))] : []),
      ...(kept ? [this.#button(t('plan.forget'), () => keep(undefined, ''))] : []),
    );
  }

  #paceText(kept: KeptPlan): string {
    const { t } = this.#learning;
    const { days } = paceOf(kept, sumOf(this.#units(kept.track).left), today());
    if (days === 0) return `${t('plan.kept')} ${t('plan.true')}`;
    return `${t('plan.kept')} ${t(days < 0 ? 'plan.behind' : 'plan.ahead', { count: Math.abs(days) })}`;
  }

  #button(words: string, act: () => void, strong = false): HTMLButtonElement {
    const make = () => {
      act();
      if (made.isConnected) return;
      // The tools are made anew; who pressed one of them goes on from there.
      const tools = [...this.#tools.querySelectorAll('button')];
      (tools.find((one) => one.textContent === words) ?? tools[0])?.focus();
    };
    const made = button(words, make, strong ? 'button strong' : 'button');
    return made;
  }

  /**
   * Hands out the plan as a calendar, or a file that takes it back.
   *
   * @param tracks whose topics earlier calendars may have
   */
  #save(isTakenBack: boolean, tracks: readonly string[]) {
    const { t } = this.#learning;
    const site = this.dataset.site!;
    const options: CalendarOptions = {
      site: site.replace(/^https?:\/\/|\/$/g, ''),
      now: new Date(),
      address: (path) => new URL(this.dataset.root! + path.slice(1), site).href,
      words: {
        name: this.dataset.title!,
        title: (unit) => t('plan.calendar.event', { topic: unitTitle(unit, t) }),
        text: (unit) => t('plan.calendar.text', { lesson: unit.lesson.title, time: timeText(unit.minutes, t) }),
      },
    };
    const planned = new Set(this.#sessions.flatMap(({ parts }) => parts.map(({ unit }) => unit.id)));
    const all = [
      ...new Map(
        tracks.flatMap((track) => this.#units(track || undefined).all.map((unit) => [unit.id, unit])),
      ).values(),
    ];
    const text = isTakenBack
      ? cancellingFile(all, options)
      : calendarFile(
          this.#sessions,
          all.filter(({ id }) => !planned.has(id)),
          options,
        );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    link.download = isTakenBack ? 'plan-removed.ics' : 'plan.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

customElements.define('roadmap-plan', RoadmapPlan);
