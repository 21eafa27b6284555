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

describe('golden reports', () => {
  it.each(NAMES)('%s is judged as recorded', (name) => {
    expect(judge(snapshotOf(name))).toEqual(read(`${name}.judgement.json`));
  });

  it('the planted shop shows each check a defect, but those that need another registration', () => {
    const failed = judge(snapshotOf('planted')).results.filter(({ findings }) => findings.length > 0);
    const silent = CHECKS.map(({ id }) => id).filter((id) => !failed.some(({ checkId }) => checkId === id));
    expect(silent).toEqual(['gst/registration-present']);
  });
});
