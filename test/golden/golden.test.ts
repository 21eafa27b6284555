import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../core/checks/index.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { judge } from '../../core/judge.ts';

const HERE = import.meta.dirname;
const NAMES = readdirSync(HERE).flatMap((file) => /^(.*)\.snapshot\.json$/.exec(file)?.[1] ?? []);
const read = (file: string): unknown => JSON.parse(readFileSync(join(HERE, file), 'utf8'));
const snapshotOf = (name: string) => read(`${name}.snapshot.json`) as Snapshot;

/** What none of these shops shows: it takes a second registration, an earlier answer, or a service that tells more. */
const SILENT: readonly string[] = [
  'gst/one-pan',
  'gst/registration-changes',
  'gst/pan-constitution',
  'gst/eway-block',
  'gst/lut-renewal',
  'security/monthly-self-audit', // some of its questions would have to be open
];

describe('golden reports', () => {
  it.each(NAMES)('%s is judged as recorded', (name) => {
    expect(judge(snapshotOf(name))).toEqual(read(`${name}.judgement.json`));
  });

  it('show each check a defect, but those for which no look-up service tells one', () => {
    const found = new Set(
      NAMES.flatMap((name) => judge(snapshotOf(name)).results).flatMap(({ checkId, findings }) =>
        findings.length > 0 ? [checkId] : [],
      ),
    );
    const silent = CHECKS.map(({ id }) => id).filter((id) => !found.has(id));
    expect(silent).toEqual(SILENT);
  });
});
