import type { ProbeOutcome } from '../../../core/evidence/storefront.ts';
import type { ProbeAnswer, ProbeFailure, ProbeVisit } from '../../http/probe.ts';

/** Statuses by which a host sends us away. 430 is Shopify's own "too many from you". */
const SENT_AWAY = new Set([401, 403, 407, 429, 430]);
/** Titles of the pages that ask whether we are human. */
const CHALLENGE =
  /^(just a moment|attention required|please wait|verify(ing)? you are human|checking your browser|access denied|are you a robot|robot check|security check|your connection needs to be verified|ddos protection|one more step|bot verification)/i;
const MAX_CHALLENGE_BYTES = 200_000;
/** The opening page of a shop, also below a language. */
const OPENING_PAGE = /^(\/[a-z]{2}(-[a-z]{2})?)?\/password\/?$/i;

export const headerOf = ({ headers }: Pick<ProbeAnswer, 'headers'>, name: string): string | null =>
  headers.find(([known]) => known === name)?.[1] ?? null;

/** How a visit of the home page ended. */
export function outcomeOf({ answer, failure }: ProbeVisit, titleOf: (answer: ProbeAnswer) => string): ProbeOutcome {
  if (answer === null) return OUTCOMES[failure ?? 'unreachable'];
  if (isBlocked(answer, titleOf)) return 'blocked';
  if (answer.url.pathname.length < 30 && OPENING_PAGE.test(answer.url.pathname)) return 'locked';
  return answer.status < 500 ? 'answered' : 'unusable';
}

/** What we got is not what a shopper gets. */
export function isBlocked(answer: ProbeAnswer, titleOf: (answer: ProbeAnswer) => string): boolean {
  if (SENT_AWAY.has(answer.status) || headerOf(answer, 'cf-mitigated') !== null) return true;
  if (answer.status === 202 && headerOf(answer, 'x-amzn-waf-action') !== null) return true;
  return answer.body.length < MAX_CHALLENGE_BYTES && CHALLENGE.test(titleOf(answer));
}

const OUTCOMES: Readonly<Record<ProbeFailure, ProbeOutcome>> = {
  'not-an-address': 'refused',
  'not-https': 'refused',
  'credentials-in-address': 'refused',
  port: 'refused',
  'not-a-public-name': 'refused',
  'not-a-public-address': 'refused',
  'redirect-loop': 'unusable',
  'too-many-redirects': 'unusable',
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  'too-large': 'unusable',
  'bad-encoding': 'unusable',
  'tls-failed': 'tls-failed',
  paused: 'paused',
};
