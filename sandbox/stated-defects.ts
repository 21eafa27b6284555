import type { AppDefect } from './defect.ts';

/** Questions that only the shop can answer, each answered with "no". */
const ANSWERS: readonly (readonly [question: string, title: string])[] = [
  ['anti-malware', 'The computers run no protection against malware'],
  ['router', 'The router of the office still has its first password'],
  ['exports-encrypted', 'Exports lie about unencrypted'],
  ['password-manager', 'Nobody uses a password manager'],
  ['recovery', 'Nobody knows how to get back in without the phone'],
  ['owner-mailbox', 'The owner’s mailbox is also used for everything else'],
  ['least-privilege', 'Everybody may do everything'],
  ['own-servers', 'The shop’s own server is not kept up to date'],
  ['logs-kept', 'No logs are kept'],
  ['external-audit', 'Nobody from outside looked at the shop’s security'],
  ['pci-questionnaire', 'The questionnaire of the card networks was never filled in'],
  ['data-retention', 'Customers’ data is never deleted'],
];

/** What can be wrong in what people state, in what their devices tell, and in how alerts are dealt with. */
export const STATED_DEFECTS: readonly AppDefect[] = [
  ...ANSWERS.map(([question, title]) => aDefect(`says-no-${question}`, title, question)),
  aDefect('disk-not-encrypted', 'A laptop’s disk is not encrypted', 'devices'),
  aDefect('old-browser', 'Somebody works with a browser of long ago', 'browser-current'),
  aDefect('breached-password', 'Somebody’s password stands on the list of breached ones', 'password-self-check'),
  aDefect('alert-open-for-months', 'A critical alert has been open for two months', 'closing-times'),
  aDefect('risk-without-end', 'A risk was put aside without an end', 'accepted-risks'),
  aDefect('questions-left-open', 'Half of the questions were never answered', 'monthly-self-audit'),
  aDefect('not-checked-for-weeks', 'The last check was six weeks ago', 'scan-freshness'),
  aDefect('access-never-reviewed', 'Nobody ever confirmed who still needs access', 'access-review'),
];

function aDefect(id: string, title: string, check: string): AppDefect {
  return { where: 'app', id, title, checkId: `security/${check}` };
}
