import { judge } from '../../core/judge.ts';
import { SENSITIVE_SERVICES } from '../../core/data/sensitive-services.ts';
import type { PeopleBook } from '../../core/evidence/people.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { aLocation, aSnapshot, aTheme, aThemeFile, aResource } from '../factories.ts';
import { anAccount, aPeopleBook, aPerson, noCode, someRecords, stated, YESTERDAY } from '../security-factories.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const FILES = 300;
const RESOURCES_IN_A_FILE = 10;
const LOCATIONS = 1_000;
const PEOPLE = 300;
const ACCOUNTS_OF_A_PERSON = 5;
const OPEN_ALERTS = 1_000;
const GOAL_MS = 200;

/**
 * Judging one big snapshot: 300 theme files with 3,000 resources, 1,000 locations, 300 people with 1,500 accounts of
 * which two sources tell everything, and 1,000 open alerts. The peer is the least that any
 * program must do with it: read it from JSON and write it back. Orders join the snapshot when a check reads them.
 */
export async function benchJudging(): Promise<BenchLine[]> {
  const one = bigSnapshot(1);
  const four = bigSnapshot(4);
  const ours = await medianMs(30, () => judge(one));
  const oursTimesFour = await medianMs(30, () => judge(four));
  const peer = await medianMs(30, () => JSON.stringify(JSON.parse(JSON.stringify(one))));
  const growth = oursTimesFour / ours;
  return [
    {
      what: `judge ${FILES} theme files, ${LOCATIONS} locations, ${PEOPLE * ACCOUNTS_OF_A_PERSON} accounts`,
      ours: ms(ours),
      peer: `JSON round trip of the snapshot ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
    {
      what: 'judge a snapshot four times as big',
      ours: ms(oursTimesFour),
      peer: `the snapshot above ${ms(ours)}`,
      ratio: times(growth),
      goal: 'linear: < 6×',
      isMet: growth < 6,
    },
  ];
}

function bigSnapshot(size: number): Snapshot {
  const files = Array.from({ length: size * FILES }, (_, file) =>
    aThemeFile({
      filename: `sections/section-${file}.liquid`,
      code: noCode({ hosts: [`cdn-${file % 40}.example`] }),
      resources: Array.from({ length: RESOURCES_IN_A_FILE }, (_unused, line) =>
        aResource({
          host: `cdn-${(file * 7 + line) % (40 * size)}.example`,
          path: `/v${line}/widget.js`,
          line: line + 1,
        }),
      ),
    }),
  );
  const locations = Array.from({ length: size * LOCATIONS }, (_, place) =>
    aLocation({ id: `gid://shopify/Location/${place}`, name: `Godown ${place}` }),
  );
  const openAlerts = Array.from({ length: size * OPEN_ALERTS }, (_, alert) => ({
    checkId: 'gst/hsn-form',
    subject: `gid://shopify/Product/${alert}`,
    severity: 'high' as const,
    since: YESTERDAY,
  }));
  return aSnapshot({
    theme: aTheme({ files }),
    locations,
    people: bigPeopleBook(size * PEOPLE),
    records: someRecords({ openAlerts }),
  });
}

/** Every tenth account is open, and every seventh is of a person who left. */
function bigPeopleBook(size: number): PeopleBook {
  const people = Array.from({ length: size }, (_, person) =>
    aPerson({ id: `p${person}`, leftAt: person % 7 === 0 ? '2026-09-01T00:00:00.000Z' : null }),
  );
  const accounts = people.flatMap(({ id }, person) =>
    Array.from({ length: ACCOUNTS_OF_A_PERSON }, (_, place) => {
      const account = anAccount(
        { isOwner: person === 0, kind: person % 5 === 0 ? 'saml' : 'regular' },
        { id: `${id}-${place}`, personId: id, service: SENSITIVE_SERVICES[place % 5] ?? 'shopify' },
      );
      const factor = (person + place) % 10 === 0 ? ('none' as const) : ('app' as const);
      const secondFactor = [stated(factor, { source: 'google' }), stated('unnamed' as const, { source: 'csv' })];
      return { ...account, facts: { ...account.facts, secondFactor } };
    }),
  );
  return aPeopleBook({ people, accounts });
}
