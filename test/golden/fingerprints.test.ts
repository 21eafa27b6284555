import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS, RENAMED_CHECK_IDS, RETIRED_CHECK_IDS } from '../../core/checks/index.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { judge } from '../../core/judge.ts';
import recorded from './fingerprints.json' with { type: 'json' };

const HERE = import.meta.dirname;
const NAMES = readdirSync(HERE).flatMap((file) => /^(.*)\.snapshot\.json$/.exec(file)?.[1] ?? []);
const ONCE: Readonly<Record<string, readonly string[]>> = recorded;

/** What each alert of a golden shop is known by, in alphabetical order. */
function fingerprintsOf(name: string): string[] {
  const snapshot = JSON.parse(readFileSync(join(HERE, `${name}.snapshot.json`), 'utf8')) as Snapshot;
  const marks = judge(snapshot).results.flatMap(({ checkId, findings }) =>
    findings.flatMap(({ subject, isRemark }) => (isRemark ? [] : [fingerprint(checkId, subject)])),
  );
  return [...new Set(marks)].sort();
}

/** A recorded name under today's ids; null: its check is gone for good. */
function today(mark: string): string | null {
  const checkId = mark.slice(0, mark.indexOf(':'));
  if (RETIRED_CHECK_IDS.includes(checkId)) return null;
  const now = Object.hasOwn(RENAMED_CHECK_IDS, checkId) ? RENAMED_CHECK_IDS[checkId] : checkId;
  return `${now ?? checkId}${mark.slice(checkId.length)}`;
}

/**
 * A name that changes makes a known exposure a new one in every shop: its alert closes and opens again, and whoever
 * acknowledged or silenced it hears of it anew. fingerprints.json says what each was called when it was first recorded;
 * `npm run golden` adds lines and takes none out: a rule that no longer finds something has its line removed by hand.
 */
describe('names by which alerts are known', () => {
  it.each(NAMES)('%s: as recorded, but for checks that were renamed or retired', (name) => {
    const known = (ONCE[name] ?? []).flatMap((mark) => today(mark) ?? []);
    expect(fingerprintsOf(name)).toEqual([...new Set(known)].sort());
  });

  it('lead from old ids to checks that there are, and never on from those', () => {
    const ids = new Set<string>(CHECKS.map(({ id }) => id));
    for (const [old, now] of Object.entries(RENAMED_CHECK_IDS)) {
      expect([old, ids.has(old), ids.has(now)]).toEqual([old, false, true]);
    }
  });
});
