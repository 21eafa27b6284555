import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInIndia } from '../../core/gst/days.ts';
import { NO_CHANGES, type LawChanges } from '../../core/gst/law.ts';
import type { Log } from '../log.ts';
import { parseHsnFile } from './hsn-file.ts';
import { LawFileError } from './law-file-error.ts';
import { parseOverrides } from './overrides-file.ts';

export const OVERRIDES_FILE = 'overrides.json';
export const HSN_FILE = 'hsn.csv';

const MOST_BYTES = { [OVERRIDES_FILE]: 2_000_000, [HSN_FILE]: 50_000_000 } as const;

/**
 * The changes that a folder holds. Either file may be missing.
 * @throws {LawFileError} a file that cannot be used, or no such folder
 */
export async function readLaw(folder: string): Promise<LawChanges> {
  const [overrides, hsn] = await Promise.all([lookAt(folder, OVERRIDES_FILE), lookAt(folder, HSN_FILE)]);
  const rows = overrides && parseOverrides((await bytesOf(folder, OVERRIDES_FILE)).toString('utf8'), OVERRIDES_FILE);
  const hsnList = hsn && parseHsnFile(await bytesOf(folder, HSN_FILE), HSN_FILE, dayInIndia(hsn.changedAt));
  return { ...NO_CHANGES, ...rows, hsnList };
}

/** The operator's folder, read again when a file in it has changed. */
export interface LawSource {
  /** The changes in force. A file that was broken after the start changes nothing: the last good one counts. */
  changes(): Promise<LawChanges>;
}

/** Our tables as they are. */
export const OUR_LAW: LawSource = { changes: () => Promise.resolve(NO_CHANGES) };

/**
 * @param folder null where the operator keeps none
 * @throws {LawFileError} a file cannot be used: better no start than another law than the operator wrote
 */
export async function openLaw(folder: string | null, log: Pick<Log, 'warn'>): Promise<LawSource> {
  if (folder === null) return OUR_LAW;
  let signature = await signatureOf(folder);
  let good = await readLaw(folder);
  return {
    async changes() {
      try {
        const now = await signatureOf(folder);
        if (now !== signature) {
          // Before the reading: a broken file is told of once, and looked at again when it has changed.
          signature = now;
          good = await readLaw(folder);
        }
      } catch (error) {
        if (!(error instanceof LawFileError)) throw error;
        log.warn({ lines: error.lines }, 'the law folder cannot be used: the law read before goes on counting');
      }
      return good;
    },
  };
}

interface Seen {
  readonly bytes: number;
  readonly changedAt: string;
}

async function signatureOf(folder: string): Promise<string> {
  return JSON.stringify([await lookAt(folder, OVERRIDES_FILE), await lookAt(folder, HSN_FILE)]);
}

/** Null where the folder lacks the file. @throws {LawFileError} no such folder, or a file of impossible size */
async function lookAt(folder: string, name: keyof typeof MOST_BYTES): Promise<Seen | null> {
  const seen = await statOf(join(folder, name));
  if (seen === null) {
    if (!(await statOf(folder))?.isDirectory()) throw new LawFileError([`There is no folder ${folder}.`]);
    return null;
  }
  if (!seen.isFile()) throw new LawFileError([`${name} is no file.`]);
  if (seen.size > MOST_BYTES[name]) throw new LawFileError([`${name} is too large to be what its name says.`]);
  return { bytes: seen.size, changedAt: seen.mtime.toISOString() };
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw unreadable(path);
  }
}

async function bytesOf(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  return readFile(path).catch(() => {
    throw unreadable(path);
  });
}

function unreadable(path: string): LawFileError {
  return new LawFileError([`${path} cannot be read: give this process the right to.`]);
}
