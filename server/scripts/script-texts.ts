import type { Connection } from 'mongoose';
import type { ScriptDiff, ScriptText } from '../../core/api/scripts.ts';
import type { Clock } from '../clock.ts';
import { scriptTextModel } from '../models/script-text.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { pack, unpack } from '../shop/packed.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

/** Longer texts are kept by their beginning. */
export const MOST_TEXT_CHARS = 256 * 1024;
export const MOST_SHOP_BYTES = 20 * 1024 * 1024;
const MAX_PACKED_CHARS = 2 * MOST_TEXT_CHARS;

/** Texts of foreign scripts, each once a shop, sealed. `inUse`: hashes whose texts people may still lay side by side. */
export function scriptTextStore({
  connection,
  cipher,
  clock,
  inUse,
  mostBytes = MOST_SHOP_BYTES,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
  inUse: (shop: string) => Promise<ReadonlySet<string>>;
  mostBytes?: number;
}) {
  const model = scriptTextModel(connection);
  const place = (hash: string) => ({ collection: 'script_texts', field: 'text', id: hash });

  /** The oldest that nobody needs go first; where all are needed, the new one is not kept. */
  async function makeRoom(shop: string, added: string): Promise<void> {
    const kept = await model.find({ shop }, { hash: 1, sizeBytes: 1 }).sort({ seenAt: 1, _id: 1 }).lean();
    let surplus = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) - mostBytes;
    if (surplus <= 0) return;
    const needed = await inUse(shop);
    const going: string[] = [];
    for (const { hash, sizeBytes } of kept) {
      if (surplus <= 0) break;
      if (hash === added || needed.has(hash)) continue;
      going.push(hash);
      surplus -= sizeBytes;
    }
    if (surplus > 0) going.push(added);
    await model.deleteMany({ shop, hash: trusted({ $in: going }) });
  }

  async function read(shop: string, hash: string): Promise<ScriptText | null> {
    const record = await model.findOne({ shop, hash }).lean();
    if (!record) return null;
    const text = await unpack(await cipher.open(shop, place(hash), record.textSealed));
    return { hash, seenAt: record.firstSeenAt.toISOString(), text: String(text), isCut: record.isCut };
  }

  return {
    async keep(shop: string, { hash, text }: { readonly hash: string; readonly text: string }): Promise<void> {
      const now = clock.now();
      const known = await model.updateOne({ shop, hash }, { $set: { seenAt: now } });
      if (known.matchedCount > 0) return;
      const kept = text.slice(0, MOST_TEXT_CHARS);
      const textSealed = await cipher.seal(shop, place(hash), await pack(kept, { maxChars: MAX_PACKED_CHARS }));
      const isCut = kept.length < text.length;
      const fields = { textSealed, isCut, sizeBytes: textSealed.length, firstSeenAt: now, seenAt: now };
      try {
        await model.create({ shop, hash, ...fields });
      } catch (error) {
        if (!duplicateKey(error)) throw error; // another visit was quicker with the same text
      }
      await makeRoom(shop, hash);
    },

    /** Which of these texts are there. */
    async kept(shop: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
      const records = await model.find({ shop, hash: trusted({ $in: [...hashes] }) }, { hash: 1 }).lean();
      return new Set(records.map(({ hash }) => hash));
    },

    async diff(shop: string, from: string, to: string): Promise<ScriptDiff> {
      const [before, after] = await Promise.all([read(shop, from), read(shop, to)]);
      const state = !before || !after ? 'not-kept' : before.isCut || after.isCut ? 'too-large' : 'ready';
      return { state, from: before, to: after };
    },
  };
}
