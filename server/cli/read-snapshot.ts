import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { collectedSchema } from '../collect/evidence-schema.ts';
import { snapshotStore } from '../shop/snapshots.ts';
import { withStore } from './operators-store.ts';

/** Said as it is: the operator gave the name. */
export class SnapshotNotFoundError extends Error {}

/** A kind that is not there was not collected. */
const kinds = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, collectedSchema(kind).optional()]));
const SnapshotFile = z.object({
  shop: z.string(),
  takenAt: z.iso.datetime(),
  evidence: z.strictObject(kinds),
});

/**
 * A snapshot by its id in the store, or from a JSON file.
 *
 * @throws {SnapshotNotFoundError}
 */
export async function readSnapshot(name: string): Promise<Snapshot> {
  return /^[0-9a-f]{24}$/.test(name) ? fromStore(name) : fromFile(name);
}

async function fromFile(path: string): Promise<Snapshot> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new SnapshotNotFoundError(`There is no file ${path}, and a snapshot's id has 24 hexadecimal digits.`);
  });
  const parsed = SnapshotFile.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new SnapshotNotFoundError(
      `${path} holds no snapshot: ${parsed.error.issues[0]?.path.join('.') || 'not JSON'}`,
    );
  }
  const { shop, takenAt, evidence } = parsed.data;
  return { shop, takenAt, evidence: evidence };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromStore(id: string): Promise<Snapshot> {
  return withStore(async (store) => {
    const snapshot = await snapshotStore(store).findAnywhere(id);
    if (!snapshot) throw new SnapshotNotFoundError(`The store has no snapshot ${id}.`);
    return snapshot;
  });
}
