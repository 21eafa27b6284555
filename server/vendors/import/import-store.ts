import { Types, type ClientSession, type Connection } from 'mongoose';
import type { VendorFields, VendorImportRow } from '../../../core/api/vendors.ts';
import type { VendorKey } from '../../../core/evidence/vendors.ts';
import { keysOfFields } from '../../../core/vendors/keys.ts';
import type { Clock } from '../../clock.ts';
import type { NewVendor } from '../../flow/flow-fact.ts';
import { vendorModel } from '../../models/vendor.ts';
import { vendorEventModel } from '../../models/vendor-event.ts';
import { vendorImportModel } from '../../models/vendor-import.ts';
import type { StoredVendor } from '../vendor-record.ts';
import { keysToEnter, type VendorClaims } from '../vendor-claims.ts';
import type { VendorStore, VendorTellers } from '../vendor-store.ts';
import type { VendorTexts } from '../vendor-texts.ts';

/** A row with what the register knows of it already. */
export interface RowToTake {
  readonly row: VendorImportRow;
  /** Keys of the vendor that was found and is nobody's yet; empty: none was. */
  readonly foundKeys: readonly VendorKey[];
}

/** What a list wrote into a vendor that was there: stored fields that were empty before, and keys. */
interface Filled {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly keys: readonly VendorKey[];
}

export interface VendorImportResult {
  readonly importId: string;
  readonly added: number;
  readonly updated: number;
}

/** Lists that were taken over, all of a list or nothing; each can be taken back. */
export function vendorImports({
  connection,
  vendors,
  claims,
  texts,
  tellers,
  clock,
}: {
  connection: Connection;
  vendors: Pick<VendorStore, 'atOnce' | 'find' | 'newRecord' | 'refuseIfFull' | 'takeOut'>;
  claims: VendorClaims;
  texts: VendorTexts;
  tellers: VendorTellers;
  clock: Clock;
}) {
  const model = vendorModel(connection);
  const imports = vendorImportModel(connection);

  async function noteAll(shop: string, ids: readonly string[], by: string, session: ClientSession) {
    const at = clock.now();
    if (ids.length === 0) return;
    await vendorEventModel(connection).insertMany(
      ids.map((vendorId) => ({ shop, vendorId, at, kind: 'imported' as const, by })),
      { session },
    );
  }

  /** What the row says and the vendor does not. Nobody's own words are replaced. */
  async function gapsOf(shop: string, record: StoredVendor, row: VendorImportRow): Promise<Record<string, unknown>> {
    const id = record._id.toString();
    const sealed = await texts.fields(shop, id, {
      ...(record.purposeSealed == null && row.purpose !== null && { purpose: row.purpose }),
      ...(record.ownerSealed == null && row.owner !== null && { owner: row.owner }),
    });
    return {
      ...sealed.set,
      ...(record.handle == null && row.handle !== null && { handle: row.handle }),
      ...(record.hosts.length === 0 && row.hosts.length > 0 && { hosts: [...row.hosts] }),
      ...(record.dataClasses.length === 0 && row.dataClasses.length > 0 && { dataClasses: [...row.dataClasses] }),
      ...(record.statedScopes == null && row.scopes !== null && { statedScopes: [...row.scopes] }),
    };
  }

  return {
    /** @throws {ConflictError} the register would be too long */
    async take(shop: string, rows: readonly RowToTake[], userId: string): Promise<VendorImportResult> {
      const isEntry = ({ row }: RowToTake) => row.matches !== null && !row.matches.startsWith('f-');
      const news: { record: Awaited<ReturnType<VendorStore['newRecord']>>; keys: VendorKey[]; isFound: boolean }[] = [];
      for (const { row, foundKeys } of rows.filter((one) => !isEntry(one))) {
        const record = await vendors.newRecord(shop, fieldsOf(row), userId);
        const keys = foundKeys.length > 0 ? [...new Set([...foundKeys, ...keysOfFields(row)])] : keysToEnter(row);
        news.push({ record, keys, isFound: foundKeys.length > 0 });
      }
      const gaps: { id: string; row: VendorImportRow; fields: Record<string, unknown> }[] = [];
      for (const { row } of rows.filter(isEntry)) {
        const record = await vendors.find(shop, row.matches ?? '');
        const fields = record ? await gapsOf(shop, record, row) : {};
        if (record && Object.keys(fields).length > 0) gaps.push({ id: record._id.toString(), row, fields });
      }
      const _id = new Types.ObjectId();
      const tell = await tellers(shop);
      return vendors.atOnce(async (session) => {
        await vendors.refuseIfFull(shop, session, news.length);
        const added: string[] = [];
        const unseen: NewVendor[] = [];
        for (const { record, keys, isFound } of news) {
          // Somebody entered it while the list was on its way.
          if ((await claims.holder(shop, keys.slice(0, 1), session)) !== null) continue;
          const id = record._id.toString();
          await model.create([record], { session });
          await claims.takeFree(shop, id, keys, session);
          added.push(id);
          if (!isFound) unseen.push({ key: null, id, how: 'imported' });
        }
        const filled: Filled[] = [];
        for (const { id, row, fields } of gaps) {
          const wanted = 'handle' in fields || 'hosts' in fields ? keysOfFields(row) : [];
          const keys = await claims.takeFree(shop, id, wanted, session);
          await model.updateOne({ shop, _id: id }, { $set: fields }, { session });
          filled.push({ id, fields, keys });
        }
        await tell?.({ source: `list ${_id.toString()}`, isFirstCheck: false, vendors: unseen }, session);
        const updated = filled.map(({ id }) => id);
        await noteAll(shop, [...added, ...updated], userId, session);
        const record = { _id, shop, importedAt: clock.now(), importedBy: userId, added };
        await imports.create([{ ...record, filledJson: JSON.stringify(filled) }], { session });
        return { importId: _id.toString(), added: added.length, updated: updated.length };
      });
    },

    /**
     * Takes a list back: what it added goes, and can come back one by one; what it filled is empty again, unless somebody
     * has written something else since. The records that went; null: there is no such list.
     */
    async undo(shop: string, importId: string, userId: string): Promise<readonly StoredVendor[] | null> {
      return vendors.atOnce(async (session) => {
        const record = await imports.findOne({ shop, _id: importId }).session(session).lean();
        if (!record) return null;
        const gone: StoredVendor[] = [];
        for (const id of record.added) {
          const added = await vendors.find(shop, id, session);
          if (!added) continue;
          await vendors.takeOut(shop, id, userId, session);
          gone.push(added);
        }
        for (const filled of JSON.parse(record.filledJson) as Filled[]) await empty(shop, filled, session);
        await imports.deleteOne({ shop, _id: importId }, { session });
        return gone;
      });
    },
  };

  async function empty(shop: string, { id, fields, keys }: Filled, session: ClientSession): Promise<void> {
    const now = (await vendors.find(shop, id, session)) as Record<string, unknown> | null;
    if (!now) return;
    const same = Object.keys(fields).filter((name) => JSON.stringify(now[name]) === JSON.stringify(fields[name]));
    if (same.length === 0) return;
    const lists = same.filter((name) => name === 'hosts' || name === 'dataClasses');
    const others = same.filter((name) => name !== 'hosts' && name !== 'dataClasses');
    await model.updateOne(
      { shop, _id: id },
      {
        ...(lists.length > 0 && { $set: Object.fromEntries(lists.map((name) => [name, []])) }),
        ...(others.length > 0 && { $unset: Object.fromEntries(others.map((name) => [name, 1])) }),
      },
      { session },
    );
    if (!same.includes('handle') && !same.includes('hosts')) return;
    await claims.give(shop, id, keys, session);
  }
}

function fieldsOf(row: VendorImportRow): VendorFields {
  const { name, kind, handle, hosts, purpose, owner, dataClasses, scopes } = row;
  const nothing = { contact: null, note: null, unusedSince: null, tokenMadeOn: null };
  return { name, kind, handle, hosts, purpose, owner, dataClasses, scopes, ...nothing };
}
