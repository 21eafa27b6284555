import type { Schema } from 'mongoose';
import { TenantGuardError } from './tenant-guard-error.ts';
import { judgeAggregate, judgeBulk, judgeFilter, judgeInsert, judgeReplacement, judgeUpdate } from './tenant-rules.ts';

/** What reaches the driver, by method. A method that is not listed is refused. */
const RULES: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
  find: ([filter]) => void judgeFilter(filter),
  findOne: ([filter]) => void judgeFilter(filter),
  countDocuments: ([filter]) => void judgeFilter(filter),
  distinct: ([, filter]) => void judgeFilter(filter),
  deleteOne: ([filter]) => void judgeFilter(filter),
  deleteMany: ([filter]) => void judgeFilter(filter),
  findOneAndDelete: ([filter]) => void judgeFilter(filter),
  updateOne: ([filter, update]) => judgeUpdate(judgeFilter(filter), update),
  updateMany: ([filter, update]) => judgeUpdate(judgeFilter(filter), update),
  findOneAndUpdate: ([filter, update]) => judgeUpdate(judgeFilter(filter), update),
  replaceOne: ([filter, document]) => judgeReplacement(judgeFilter(filter), document),
  findOneAndReplace: ([filter, document]) => judgeReplacement(judgeFilter(filter), document),
  insertOne: ([document]) => judgeInsert([document]),
  insertMany: ([documents]) => judgeInsert(documents),
  bulkWrite: ([operations]) => judgeBulk(operations),
  aggregate: ([pipeline]) => judgeAggregate(pipeline),
};

/** Reads and updates that the sweep and operator commands may run over all shops, with a reason. */
const MAY_CROSS = new Set([
  'find',
  'findOne',
  'countDocuments',
  'distinct',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteMany',
  'aggregate',
]);

/** Nothing in them belongs to a shop. */
const SHOPLESS = new Set([
  'createIndex',
  'createIndexes',
  'dropIndex',
  'listIndexes',
  'indexes',
  'indexInformation',
  'indexExists',
]);

/** Where the options stand among a method's arguments. */
const OPTIONS_AT: Readonly<Record<string, number>> = { distinct: 2, updateOne: 2, updateMany: 2, findOneAndUpdate: 2 };

/** Every other way to the collection, so that a new one of the driver's is refused until a rule is written. */
const REFUSED = [
  'rename',
  'drop',
  'dropIndexes',
  'watch',
  'count',
  'estimatedDocumentCount',
  'initializeOrderedBulkOp',
  'initializeUnorderedBulkOp',
  'dropSearchIndex',
  'createSearchIndex',
  'createSearchIndexes',
  'updateSearchIndex',
];

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * A query that does not name its shop throws before anything is sent. It stands below mongoose, at the collection, since
 * hooks can be skipped (`middleware: false`) and do not see what populate or a raw collection sends. The one way round is
 * the query option `acrossTenants: 'why'`, for the sweep and for operator commands.
 */
export function tenantGuard(schema: Schema): void {
  if (schema.get('strict') !== 'throw') throw new Error("A tenant's schema is strict: 'throw'.");
  if (schema.path('shop') === undefined) throw new Error("A tenant's schema has a `shop`.");
  // A filter on a path that the schema does not know would be dropped, and match everything.
  schema.set('strictQuery', 'throw');
  // A document saves itself by `_id` alone; its shop goes with it.
  schema.pre('save', function () {
    const shop: unknown = this.get('shop');
    if (!this.isNew) this.$where = { ...this.$where, shop };
  });
  schema.on('init', (model: { collection: object }) => guardCollection(model.collection));
}

function guardCollection(collection: object): void {
  const methods = collection as Record<string, unknown>;
  for (const method of [...Object.keys(RULES), ...REFUSED]) {
    const send = methods[method];
    if (typeof send !== 'function' || Object.hasOwn(collection, method)) continue;
    methods[method] = function guarded(this: unknown, ...args: unknown[]): unknown {
      judge(method, args);
      return (send as Method).apply(this, args);
    };
  }
}

/** How a method of the collection is treated; undefined means nobody has decided. */
export function treatmentOf(method: string): 'judged' | 'refused' | 'shopless' | undefined {
  if (method in RULES) return 'judged';
  if (REFUSED.includes(method)) return 'refused';
  return SHOPLESS.has(method) ? 'shopless' : undefined;
}

function judge(method: string, args: unknown[]): void {
  const rule = RULES[method];
  if (!rule) throw new TenantGuardError(`${method} is not for a tenant's collection.`);
  const at = OPTIONS_AT[method] ?? 1;
  const options = args[at];
  if (typeof options === 'object' && options !== null && 'acrossTenants' in options) {
    const { acrossTenants, ...rest } = options;
    args[at] = rest; // the driver need not know
    if (typeof acrossTenants !== 'string' || acrossTenants.trim() === '') {
      throw new TenantGuardError('acrossTenants takes the reason.');
    }
    if (!MAY_CROSS.has(method)) throw new TenantGuardError(`${method} never goes across tenants.`);
    return;
  }
  rule(args);
}
