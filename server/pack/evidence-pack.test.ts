import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { judge } from '../../core/judge.ts';
import { aGstin, aRegistration, aSnapshot } from '../../test/factories.ts';
import { aDecisionRow, aScriptBoard, aScriptLogRow, aScriptRow } from '../../test/script-board.ts';
import { anAccount, anAttestation, aPeopleBook, aPerson, someSelfChecks } from '../../test/security-factories.ts';
import { aVendorBook, aVendorEntry } from '../../test/vendor-factories.ts';
import { packFiles, zipOf, type PackFile, type PackMaterial } from './evidence-pack.ts';
import { maskedText, redactedEvidence } from './redacted-evidence.ts';

/** As findings name people: nobody else knows who it is. */
const LABEL = 'Ca••• P•••';
const NAME = 'Canary Person';
const WHO = 'canary-person-7';
const GSTIN = aGstin();
const CANARIES = [NAME, WHO, 'canary.owner@mail.example', 'Because Canary said so', GSTIN, GSTIN.slice(2, 12)];

const snapshot: Snapshot = aSnapshot({
  registrations: [aRegistration({ gstin: GSTIN })],
  people: aPeopleBook({
    people: [aPerson({ id: WHO, label: LABEL })],
    accounts: [anAccount({}, { personId: WHO, label: LABEL })],
  }),
  selfChecks: someSelfChecks({ asked: [{ personId: WHO, label: LABEL, askedAt: '2026-11-20T00:00:00.000Z' }] }),
  attestations: [anAttestation('router', { statedBy: '4711' })],
  vendorBook: aVendorBook({ entries: [aVendorEntry({ name: '=cmd|x canary.owner@mail.example' })] }),
});

const said = { owner: NAME, reason: 'Because Canary said so' };
const material: PackMaterial = {
  shop: snapshot.shop,
  language: 'en',
  madeAt: '2026-11-23T06:00:00.000Z',
  snapshot,
  results: judge(snapshot).results,
  report: { json: '{}\n', pdf: Buffer.from('%PDF-1.7 invented') },
  scripts: {
    board: aScriptBoard({ items: [aScriptRow({ decision: aDecisionRow(said) })] }),
    log: { rows: [aScriptLogRow({ reason: said.reason })] },
  },
  alerts: [],
  alertsCsv: () => 'id\r\n',
  auditJson: '{"format":"prahari-audit-log-1"}\n',
  proof: {
    ...{ isWhole: true, entries: 0, firstSeq: null, lastSeq: null, lastHash: null, anchor: null, broken: null },
    ...{ signature: 'not-asked', verifiedAt: '2026-11-23T06:00:00.000Z' },
  },
};

let folder: string;
let files: PackFile[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-pack-'));
  files = await packFiles(material);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = (path: string): string => files.find((file) => file.path === path)?.content.toString() ?? '';

describe('an evidence pack', () => {
  it('opens in another program, and each file is the one of the list', async () => {
    const zip = join(folder, 'pack.zip');
    await pipeline(zipOf(files, material.madeAt), createWriteStream(zip));
    await promisify(execFile)('unzip', ['-q', zip, '-d', join(folder, 'open')]);
    const there = (await readdir(join(folder, 'open'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    const listed = textOf('MANIFEST.sha256')
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(there).toHaveLength(listed.length + 1); // and the list itself
    for (const [hash = '', path = ''] of listed) {
      const bytes = await readFile(join(folder, 'open', path));
      expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, hash]);
    }
  });

  it('holds every kind of evidence, and says of what is missing why', () => {
    for (const kind of EVIDENCE_KINDS) expect(JSON.parse(textOf(`evidence/${kind}.json`))).toMatchObject({ kind });
    const [bare] = redactedEvidence({ shop: 'x', takenAt: '2026-11-23T00:00:00.000Z', evidence: {} });
    expect(bare?.content).toMatchObject({ status: 'unavailable', reason: 'not-collected' });
  });

  it.each(CANARIES)('names nobody: %s stands in no file', (canary) => {
    expect(files.filter(({ content }) => content.includes(canary)).map(({ path }) => path)).toEqual([]);
  });

  it('masks tax numbers and counts people', () => {
    expect(textOf('evidence/registrations.json')).toContain(`${GSTIN.slice(0, 7)}XXXX${GSTIN.slice(11)}`);
    expect(JSON.parse(textOf('evidence/people.json'))).toMatchObject({ value: { people: 1, accounts: 1 } });
    expect(textOf('people.csv')).toContain('person 1');
  });

  it('has cells that no spreadsheet runs', () => {
    expect(textOf('vendors.csv')).toContain("'=cmd|x •••@•••");
  });

  it('is the same, byte for byte, made of the same', async () => {
    const [one, other] = await Promise.all(
      [files, await packFiles(material)].map((all) => buffer(zipOf(all, material.madeAt))),
    );
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('says what it is, in both languages, and that a report is missing', async () => {
    expect(textOf('README.txt')).toContain(`as of ${snapshot.takenAt}`);
    const hindi = await packFiles({ ...material, language: 'hi', report: null });
    expect(hindi.map(({ path }) => path)).not.toContain('report.json');
    expect(hindi[0]?.content.toString()).toMatch(/साप्ताहिक रिपोर्ट नहीं है/);
    for (const text of [textOf('README.txt'), hindi[0]?.content.toString() ?? '']) expect(text).not.toMatch(/\{\w+\}/);
  });
});

describe('texts of evidence', () => {
  it.each([
    ['27AAPFU0939F1ZV', '27AAPFUXXXXF1ZV'],
    ['gstin 27aapfu0939f1zv.', 'gstin 27aapfuXXXXf1zv.'],
    ['AAPFU0939F', 'AAPFUXXXXF'],
    ['v=DMARC1; rua=mailto:asha@shop.example', 'v=DMARC1; rua=mailto:•••@•••'],
    ['Asha <asha@shop.example>, "x"@y.example', 'Asha <•••@•••>, "x"@y.example'],
    ['https://cdn.example/a.js', 'https://cdn.example/a.js'],
    ['', ''],
  ])('%s: %s', (text, masked) => {
    expect(maskedText(text)).toBe(masked);
  });
});
