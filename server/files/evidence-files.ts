import { Types, type Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { AppError, ConflictError, TooManyRequestsError } from '../errors.ts';
import { evidenceFileModel, type EvidenceFileRecord } from '../models/evidence-file.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { cleanFileName } from './file-name.ts';
import { fileTypeOf, type FileType } from './file-type.ts';

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_SHOP_BYTES = 100 * 1024 * 1024;
/** Of one shop at the same time, in one process. */
const AT_ONCE = 2;

/** The bytes are none of the three kinds that we keep. */
export class UnknownFileTypeError extends AppError {
  constructor() {
    super({
      type: 'unknown-file-type',
      title: 'This file is not a PDF, PNG or JPEG.',
      status: 415,
      detail: 'Save it as PDF, or take a picture of it, then upload that.',
    });
  }
}

export interface KeptFile {
  readonly id: string;
  readonly owner: string;
  readonly type: FileType;
  readonly name: string;
  readonly sizeBytes: number;
}

export type EvidenceFileStore = ReturnType<typeof evidenceFileStore>;

/** Papers behind statements and of vendors, sealed under the shop's key. */
export function evidenceFileStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = evidenceFileModel(connection);
  const uploading = new Map<string, number>();
  const place = (id: string, field: 'name' | 'content') => ({ collection: 'evidence_files', field, id });

  /** `but`: without the paper of this owner. */
  async function usedBytes(shop: string, but?: string): Promise<number> {
    const records = await model.find({ shop }, { owner: 1, sizeBytes: 1 }).lean();
    return records.reduce((sum, { owner, sizeBytes }) => (owner === but ? sum : sum + sizeBytes), 0);
  }

  async function presented(
    shop: string,
    record: Omit<EvidenceFileRecord, 'contentSealed'> & { _id: Types.ObjectId },
  ): Promise<KeptFile> {
    const id = record._id.toString();
    const { owner, type, sizeBytes } = record;
    return { id, owner, type, sizeBytes, name: await cipher.open(shop, place(id, 'name'), record.nameSealed) };
  }

  async function keep(
    shop: string,
    { owner, bytes, name, userId, forgetAt }: NewFile,
    type: FileType,
  ): Promise<KeptFile> {
    const _id = new Types.ObjectId();
    const id = _id.toString();
    const clean = cleanFileName(name, type);
    const document = {
      ...{ _id, shop, owner, type, sizeBytes: bytes.length, addedAt: clock.now(), addedBy: userId, forgetAt },
      nameSealed: await cipher.seal(shop, place(id, 'name'), clean),
      contentSealed: await cipher.seal(shop, place(id, 'content'), bytes.toString('base64')),
    };
    const others = await usedBytes(shop, owner);
    if (others + bytes.length > MOST_SHOP_BYTES) throw full(); // and the paper of before stays
    await model.deleteOne({ shop, owner });
    try {
      await model.create(document);
    } catch (error) {
      if (!duplicateKey(error)) throw error;
      throw new ConflictError('Another file for the same statement came at the same moment. Look which one is there.');
    }
    // Several at once each saw room for one: whoever finds the shop over its room takes its own back.
    if ((await usedBytes(shop)) > MOST_SHOP_BYTES) {
      await model.deleteOne({ shop, _id });
      throw full();
    }
    return { id, owner, type, name: clean, sizeBytes: bytes.length };
  }

  return {
    /** Without their bytes; of these owners alone, where some are named. */
    async list(shop: string, owners?: readonly string[]): Promise<KeptFile[]> {
      const of = owners && { owner: trusted({ $in: [...owners] }) };
      const records = await model.find({ shop, ...of }, { contentSealed: 0 }).lean();
      return Promise.all(records.map((record) => presented(shop, record)));
    },

    /** Who has a file. */
    async owners(shop: string): Promise<ReadonlySet<string>> {
      return new Set((await model.find({ shop }, { owner: 1 }).lean()).map(({ owner }) => owner));
    },

    /** From now on the files of these owners go at another moment. */
    async keepUntil(shop: string, owners: readonly string[], forgetAt: Date): Promise<void> {
      await model.updateMany({ shop, owner: trusted({ $in: [...owners] }) }, { $set: { forgetAt } });
    },

    /**
     * Reads a file and keeps it in the place of the one before.
     *
     * @throws {UnknownFileTypeError} neither PDF nor PNG nor JPEG
     * @throws {ConflictError} the shop's room is full
     * @throws {TooManyRequestsError} two others are on their way
     */
    async receive(shop: string, read: () => Promise<Buffer>, file: Omit<NewFile, 'bytes'>): Promise<KeptFile> {
      const others = uploading.get(shop) ?? 0;
      if (others >= AT_ONCE) throw new TooManyRequestsError('Two files are on their way. Send this one after them.', 5);
      uploading.set(shop, others + 1);
      try {
        if ((await usedBytes(shop, file.owner)) >= MOST_SHOP_BYTES) throw full();
        const bytes = await read();
        const type = fileTypeOf(bytes);
        if (type === null) throw new UnknownFileTypeError();
        return await keep(shop, { ...file, bytes }, type);
      } finally {
        const left = (uploading.get(shop) ?? 1) - 1;
        if (left > 0) uploading.set(shop, left);
        else uploading.delete(shop);
      }
    },

    /** Null: this statement has no paper. */
    async open(shop: string, owner: string): Promise<(KeptFile & { readonly bytes: Buffer }) | null> {
      const record = await model.findOne({ shop, owner }).lean();
      if (!record) return null;
      const content = await cipher.open(shop, place(record._id.toString(), 'content'), record.contentSealed);
      return { ...(await presented(shop, record)), bytes: Buffer.from(content, 'base64') };
    },

    async remove(shop: string, owners: readonly string[]): Promise<void> {
      await model.deleteMany({ shop, owner: trusted({ $in: [...owners] }) });
    },
  };
}

interface NewFile {
  readonly owner: string;
  readonly bytes: Buffer;
  /** As the browser sent it. */
  readonly name: string;
  readonly userId: string;
  readonly forgetAt: Date;
}

const full = () =>
  new ConflictError('The room for files of this shop is full (100 MB). Take back a statement that is not needed.');
