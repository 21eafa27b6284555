import { checkById } from '../../checks/index.ts';
import { controlById } from '../../data/controls.ts';
import { dayText } from '../../day-text.ts';
import { rupeesText } from '../../finding-figures.ts';
import { SEVERITIES } from '../../severity.ts';
import type { Language, TextData } from '../../text.ts';
import type { Day, Instant } from '../../time.ts';
import type { Letter, LetterBlock } from '../letter.ts';
import { ALERT_COUNTS, ALERT_TEXTS, KIND_NAMES, SEVERITY_NAMES } from './alert-texts.ts';
import { counted, wordsIn, type Words } from './letter-words.ts';
import { indianMoment } from './moment-text.ts';
import { sentenceOf, unlinked } from './shown-text.ts';
import { fittingSubject } from './subject.ts';
import type { LetterPlaces, ToldAlert } from './told-alert.ts';

/** More than this is for the app to show; a mail of them is cut by those who receive it. */
const MOST_ALERTS = 20;
const MOST_RESOLVED = 10;

export interface AlertsLetterFacts extends LetterPlaces {
  readonly language: Language;
  /** At least one; of each alert the newest. */
  readonly told: readonly ToldAlert[];
  /** Where the shown alerts can be acknowledged; null: the reader may not. */
  readonly acknowledgeUrl: string | null;
  readonly asOf: Instant;
}

/** What checks found at once, or over the time of a digest: state, stake, the one thing to do, then all by control. */
export function alertsLetter({ language, shop, alertsUrl, told, acknowledgeUrl, asOf }: AlertsLetterFacts): Letter {
  const say = wordsIn(language);
  const needing = told.filter(({ kind }) => kind !== 'resolved').sort(byWeight);
  const resolved = told.filter(({ kind }) => kind === 'resolved');
  const where = unlinked(shop);
  const moment = indianMoment(asOf, language);
  const due = firstDue(needing);
  const stake = stakeText(needing);
  const [headline = '', ...others] = headlines(needing, resolved.length, say);
  const facts: (readonly [string, string])[] = [
    ...(stake === null ? [] : [[say(ALERT_TEXTS.atStake), `₹${stake}`] as const]),
    ...(due === null ? [] : [[say(ALERT_TEXTS.firstDue), dayText(due, language)] as const]),
  ];
  const spoken = [headline, ...others];
  const staked = stake === null ? [] : spoken.map((first) => say(ALERT_TEXTS.withStake, { first, amount: stake }));
  return {
    language,
    subject: fittingSubject([...staked, ...spoken]),
    preheader:
      due === null
        ? say(ALERT_TEXTS.asOfShort, { moment, shop: where })
        : say(ALERT_TEXTS.nextDue, { day: dayText(due, language), shop: where }),
    blocks: [
      { kind: 'heading', text: headline },
      { kind: 'paragraph', text: say(ALERT_TEXTS.asOf, { shop: where, moment }), isQuiet: true },
      ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
      ...firstThing(needing, language, say),
      { kind: 'button', text: say(ALERT_TEXTS.openAlerts), href: alertsUrl },
      ...groups(needing.slice(0, MOST_ALERTS), language).flatMap(({ name, alerts }) => [
        { kind: 'heading', text: name } as const,
        ...alerts.flatMap((alert) => alertBlocks(alert, language, say)),
      ]),
      ...more(needing.length - MOST_ALERTS, say),
      ...resolvedBlocks(resolved, language, say),
      ...(acknowledgeUrl === null || needing.length === 0
        ? []
        : ([
            { kind: 'paragraph', text: say(ALERT_TEXTS.acknowledgeHint), isQuiet: true },
            { kind: 'link', text: say(ALERT_TEXTS.acknowledge), href: acknowledgeUrl },
          ] as const)),
    ],
    because: say(ALERT_TEXTS.because, { shop: where }),
  };
}

const byWeight = (a: ToldAlert, b: ToldAlert): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  (b.atStakePaise ?? 0) - (a.atStakePaise ?? 0) ||
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');

/** What it says of itself, the fullest first. */
function headlines(needing: readonly ToldAlert[], resolved: number, say: Words): string[] {
  const count = (words: (typeof ALERT_COUNTS)[keyof typeof ALERT_COUNTS], many: number) =>
    say(counted(words, many), { count: many });
  if (needing.length === 0) return [count(ALERT_COUNTS.resolved, resolved)];
  const critical = needing.filter(({ severity }) => severity === 'critical').length;
  const all = needing.every(({ kind }) => kind === 'opened') ? ALERT_COUNTS.opened : ALERT_COUNTS.needing;
  if (critical === 0) return [count(all, needing.length)];
  const first = count(ALERT_COUNTS.critical, critical);
  const rest = needing.length - critical;
  return rest === 0 ? [first] : [say(ALERT_TEXTS.withMore, { first, count: rest }), first];
}

function stakeText(needing: readonly ToldAlert[]): string | null {
  const paise = needing.reduce((sum, { atStakePaise }) => sum + (atStakePaise ?? 0), 0);
  return paise === 0 ? null : wholeRupees(paise);
}

/** Paise matter below ten rupees alone. */
const wholeRupees = (paise: number): string =>
  rupeesText(Math.abs(paise) < 1_000 ? paise : Math.round(paise / 100) * 100);

const firstDue = (needing: readonly ToldAlert[]): Day | null =>
  needing
    .flatMap(({ dueOn }) => dueOn ?? [])
    .sort()
    .at(0) ?? null;

/** The first step of what weighs most; which alert that is needs no word where there is but one. */
function firstThing([alert, ...rest]: readonly ToldAlert[], language: Language, say: Words): LetterBlock[] {
  const step = alert && checkById(alert.checkId)?.remedy[0];
  if (!step) return [];
  return [
    { kind: 'heading', text: say(ALERT_TEXTS.doFirst) },
    ...(rest.length > 0 ? [{ kind: 'paragraph', text: sentenceOf(alert, language) } as const] : []),
    { kind: 'paragraph', text: step[language] },
  ];
}

/** By control, in the order of the gravest alert; a check without control is a group of its own. */
function groups(alerts: readonly ToldAlert[], language: Language) {
  const byKey = new Map<string, { name: string; alerts: ToldAlert[] }>();
  for (const alert of alerts) {
    const check = checkById(alert.checkId);
    const control = check?.control === undefined ? null : controlById(check.control);
    const key = control?.id ?? alert.checkId;
    const group = byKey.get(key) ?? { name: (control ?? check)?.title[language] ?? alert.checkId, alerts: [] };
    group.alerts.push(alert);
    byKey.set(key, group);
  }
  return [...byKey.values()];
}

function alertBlocks(alert: ToldAlert, language: Language, say: Words): LetterBlock[] {
  const { kind, severity, atStakePaise, dueOn, href } = alert;
  const notes = [
    say(SEVERITY_NAMES[severity]),
    ...(kind === 'resolved' ? [] : [say(KIND_NAMES[kind])]),
    ...(atStakePaise ? [say(ALERT_TEXTS.stakeOfOne, { amount: wholeRupees(atStakePaise) })] : []),
    ...(dueOn === null ? [] : [say(ALERT_TEXTS.dueOfOne, { day: dayText(dueOn, language) })]),
  ];
  return [
    { kind: 'paragraph', text: sentenceOf(alert, language) },
    { kind: 'paragraph', text: notes.join(' · '), isQuiet: true },
    { kind: 'link', text: say(ALERT_TEXTS.openOne), href },
  ];
}

function more(count: number, say: Words): LetterBlock[] {
  const data: TextData = { count };
  return count > 0 ? [{ kind: 'paragraph', text: say(counted(ALERT_COUNTS.more, count), data) }] : [];
}

function resolvedBlocks(resolved: readonly ToldAlert[], language: Language, say: Words): LetterBlock[] {
  if (resolved.length === 0) return [];
  const items = resolved.slice(0, MOST_RESOLVED).map((alert) => sentenceOf(alert, language));
  return [
    { kind: 'heading', text: say(ALERT_TEXTS.resolved) },
    { kind: 'list', items },
    ...more(resolved.length - MOST_RESOLVED, say),
  ];
}
