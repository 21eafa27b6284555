import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { VENDOR_RISK_WEIGHTS } from '../../core/data/vendor-risk.ts';
import { NO_CHANGES, lawWith, rateOn } from '../../core/gst/law.ts';
import { parseHsnFile, writtenHsnFile } from './hsn-file.ts';
import { LawFileError } from './law-file-error.ts';
import { HSN_FILE, openLaw, OVERRIDES_FILE, readLaw } from './law-folder.ts';
import { parseOverrides } from './overrides-file.ts';

const RATE = {
  key: '6-invented',
  ratePpm: 65_000,
  class: 'slab',
  effectiveFrom: '2027-01-01',
  effectiveTo: null,
  appliesTo: 'invented goods',
  inStore: 'yes',
  source: 'invented notification',
  status: 'verified',
};
const BAND = {
  hsnPrefix: '61',
  exceptPrefixes: [],
  unit: 'piece',
  goods: 'knitted apparel',
  isAllGoods: true,
  maxLowPaise: 300_000,
  lowRatePpm: 50_000,
  highRatePpm: 180_000,
  effectiveFrom: '2027-01-01',
  effectiveTo: null,
  source: 'invented notification',
  status: 'verified',
};
const LIMIT = {
  name: 'b2cl-invoice-value',
  variant: '',
  value: 5_000_000,
  unit: 'paise-more-than',
  effectiveFrom: '2027-01-01',
  effectiveTo: null,
  meaning: 'invented',
  source: 'invented notification',
  status: 'verified',
};
const DUE = {
  form: 'GSTR-3B',
  who: 'monthly',
  period: 'month',
  dueDay: 25,
  monthsAfter: 1,
  effectiveFrom: '2026-10-31',
  effectiveTo: '2026-10-31',
  note: 'extended',
  source: 'invented notification',
  status: 'verified',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-law-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: unknown): Promise<void> =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

/** Writes a file again, a second later as far as its date tells. */
async function putLater(name: string, content: unknown): Promise<void> {
  await put(name, content);
  const later = new Date(Date.now() + 1_000);
  await utimes(join(folder, name), later, later);
}

function linesOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof LawFileError) return error.lines;
    throw error;
  }
}

describe('the folder', () => {
  it('without files changes nothing', async () => {
    expect(await readLaw(folder)).toEqual(NO_CHANGES);
  });

  it('brings rows and codes', async () => {
    await put(OVERRIDES_FILE, { rates: [RATE], priceBands: [BAND], thresholds: [LIMIT], dueDates: [DUE] });
    await put(HSN_FILE, writtenHsnFile({ importedOn: '2026-11-01', codes: ['0101', '61091000'] }));
    const changes = await readLaw(folder);
    expect(changes).toEqual({
      rates: [RATE],
      priceBands: [BAND],
      thresholds: [LIMIT],
      dueDates: [DUE],
      hsnList: { importedOn: '2026-11-01', codes: ['0101', '61091000'] },
    });
    expect(rateOn(lawWith(changes), 65_000, '2027-01-01')).toMatchObject({ kind: 'in-force' });
  });

  it('brings the weights of the vendor model, whole', async () => {
    const lighter = { ...VENDOR_RISK_WEIGHTS, assuranceTakes: 0.9 };
    await put(OVERRIDES_FILE, { vendorRisk: lighter });
    expect((await readLaw(folder)).vendorRisk).toEqual(lighter);
  });

  it.each<[string, unknown, string]>([
    ['half a set', { contract: 0.2 }, 'vendorRisk.bySensitivity'],
    ['a weight that is no number', { ...VENDOR_RISK_WEIGHTS, contact: 'much' }, 'vendorRisk.contact must be a number'],
    ['a weight below nothing', { ...VENDOR_RISK_WEIGHTS, contract: -1 }, 'vendorRisk.contract must be 0 to 2'],
    ['assurance that takes more than all', { ...VENDOR_RISK_WEIGHTS, assuranceTakes: 1.5 }, 'must be 0 to 1'],
    [
      'reviews that nobody falls under',
      { ...VENDOR_RISK_WEIGHTS, staleness: [{ upToDays: 180, factor: 1 }] },
      'vendorRisk.staleness must end',
    ],
  ])('refuses %s', (_what, vendorRisk, line) => {
    const lines = linesOf(() => parseOverrides(JSON.stringify({ vendorRisk }), OVERRIDES_FILE));
    expect(lines.join('\n')).toContain(line);
  });

  it('that is not there, or holds a folder for a file, is said so', async () => {
    await expect(readLaw(join(folder, 'nowhere'))).rejects.toThrow('There is no folder');
    await put('file', '');
    await expect(readLaw(join(folder, 'file'))).rejects.toThrow('There is no folder');
  });
});

describe('the law of a running server', () => {
  it('follows the files', async () => {
    const law = await openLaw(folder, pino({ level: 'silent' }));
    expect(await law.changes()).toEqual(NO_CHANGES);
    await put(OVERRIDES_FILE, { rates: [RATE] });
    expect((await law.changes()).rates).toHaveLength(1);
    await rm(join(folder, OVERRIDES_FILE));
    expect(await law.changes()).toEqual(NO_CHANGES);
  });

  it('stays as it was while a file is broken, says so, and goes on when it is mended', async () => {
    await put(OVERRIDES_FILE, { rates: [RATE] });
    const told: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => told.push(line) });
    const law = await openLaw(folder, log);
    await putLater(OVERRIDES_FILE, '{ "rates": [');
    expect((await law.changes()).rates).toEqual([RATE]);
    expect(told.join('')).toContain(OVERRIDES_FILE);
    await put(OVERRIDES_FILE, { rates: [RATE, { ...RATE, key: '7-invented' }] });
    expect((await law.changes()).rates).toHaveLength(2);
  });

  it('does not begin with a broken file', async () => {
    await put(OVERRIDES_FILE, '');
    await expect(openLaw(folder, pino({ level: 'silent' }))).rejects.toThrow(LawFileError);
  });

  it('without a folder is ours', async () => {
    const law = await openLaw(null, pino({ level: 'silent' }));
    expect(await law.changes()).toBe(NO_CHANGES);
  });
});

describe('overrides.json', () => {
  it.each([
    ['{', 'no JSON'],
    ['[]', 'the file'],
    [{ tresholds: [] }, 'tresholds'],
    [{ rates: [{ ...RATE, ratePpm: 18.5 }] }, 'rates[0].ratePpm'],
    [{ rates: [{ ...RATE, ratePpm: 2_000_000 }] }, 'rates[0].ratePpm'],
    [{ rates: [{ ...RATE, ratePpm: 65_001 }] }, 'must be even'],
    [{ rates: [{ ...RATE, effectiveFrom: '2027-02-29' }] }, 'rates[0].effectiveFrom'],
    [{ rates: [{ ...RATE, effectiveTo: '2026-12-31' }] }, 'rates[0].effectiveTo'],
    [{ rates: [{ ...RATE, source: '' }] }, 'rates[0].source'],
    [{ rates: [{ ...RATE, rate: 5 }] }, 'rates[0]'],
    [{ rates: [RATE, RATE] }, 'rates[1] repeats 6-invented from 2027-01-01'],
    [{ priceBands: [{ ...BAND, hsnPrefix: '6 1' }] }, 'priceBands[0].hsnPrefix'],
    [{ priceBands: [{ ...BAND, maxLowPaise: 2500.5 }] }, 'priceBands[0].maxLowPaise'],
    [{ priceBands: [{ ...BAND, lowRatePpm: 400_000 }] }, 'priceBands[0].highRatePpm'],
    [{ thresholds: [{ ...LIMIT, name: 'b2cl' }] }, 'must be one of: b2cl-invoice-value'],
    [{ thresholds: [{ ...LIMIT, unit: 'rupees' }] }, 'must be "paise-more-than"'],
    [{ thresholds: [{ ...LIMIT, variant: 'x' }] }, 'thresholds[0].variant'],
    [{ dueDates: [{ ...DUE, dueDay: 32 }] }, 'dueDates[0].dueDay'],
    [{ dueDates: [{ ...DUE, who: 'weekly' }] }, 'dueDates[0].who'],
  ])('%j: %s', (content, said) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const lines = linesOf(() => parseOverrides(text, 'overrides.json'));
    expect(lines.join('\n')).toContain(said);
    for (const line of lines) expect(line).toMatch(/^overrides\.json: .*\.$/);
  });

  it('may begin with a byte order mark, as some editors write it', () => {
    expect(parseOverrides(`\ufeff${JSON.stringify({ rates: [RATE] })}`, 'overrides.json').rates).toEqual([RATE]);
  });
});

describe('hsn.csv', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('is read as the portal’s list is saved, quotes and UTF-16 and all', () => {
    const text = 'HSN_CD,HSN_Description\r\n0101,"Horses, asses,\nmules"\r\n61091000,T-shirts\r\n';
    const expected = { importedOn: '2026-11-22', codes: ['0101', '61091000'] };
    expect(parseHsnFile(bytes(text), 'hsn.csv', '2026-11-22')).toEqual(expected);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(parseHsnFile(utf16, 'hsn.csv', '2026-11-22')).toEqual(expected);
  });

  it('that was written here says when it was imported', () => {
    const list = { importedOn: '2026-11-01', codes: ['0101', '6109'] };
    expect(parseHsnFile(bytes(writtenHsnFile(list)), 'hsn.csv', '2026-11-22')).toEqual(list);
  });

  it.each([
    ['HSN_CD\n0101\n101\n', 'line 3: "101" lost the zero'],
    ['HSN_CD,x\n"Horses\nand asses",x\n', 'line 2: "Horses'],
    ['Code\n0101\n', 'no column named HSN_CD'],
    ['', 'no column named HSN_CD'],
    ['HSN_CD\n01\n', 'no code of 4, 6 or 8 digits'],
    ['<!doctype html><p>Please sign in</p>', 'no column named HSN_CD'],
  ])('%j: %s', (text, said) => {
    expect(linesOf(() => parseHsnFile(bytes(text), 'hsn.csv', '2026-11-22')).join('\n')).toContain(said);
  });
});
