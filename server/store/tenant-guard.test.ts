import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { tenantGuard, treatmentOf } from './tenant-guard.ts';

const A = 'a-invented.myshopify.com';
const B = 'b-invented.myshopify.com';

interface Thing {
  shop: string;
  name: string;
  count: number;
}

/** What passes the guard goes to a collection that answers nothing and remembers everything, where the driver would be. */
function harness() {
  const sent: unknown[][] = [];
  const connection: Connection = mongoose.createConnection();
  const schema = new Schema(
    { shop: { type: String, required: true }, name: String, count: Number },
    { strict: 'throw', autoCreate: false, autoIndex: false, versionKey: false, bufferCommands: false },
  );
  schema.plugin(tenantGuard);
  const model = connection.model<Thing>('Thing', schema);
  const cursor = (rows: unknown[]) => ({
    toArray: async () => rows,
    next: async () => null,
    close: async () => undefined,
  });
  const driver: Record<string, unknown> = {};
  for (const method of Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype)) {
    driver[method] = (...args: unknown[]) => {
      sent.push([method, ...args]);
      if (method === 'find' || method === 'aggregate') return cursor([]);
      if (method === 'insertMany') return Promise.resolve({ insertedCount: 1, insertedIds: {} });
      if (method === 'distinct') return Promise.resolve([]);
      return Promise.resolve(
        method === 'findOne' || method.startsWith('findOneAnd') ? null : { acknowledged: true, matchedCount: 1 },
      );
    };
  }
  (model.collection as unknown as { collection: unknown }).collection = driver;
  return { sent, connection, model };
}

let sent: unknown[][];
let connection: Connection;
let Things: Model<Thing>;

beforeAll(() => {
  ({ sent, connection, model: Things } = harness());
});
afterAll(() => connection.close());

type Call = () => unknown;

const refused: [string, Call][] = [
  ['find without a shop', () => Things.find({ name: 'x' })],
  ['find of everything', () => Things.find()],
  ['findOne', () => Things.findOne({ name: 'x' })],
  ['findById', () => Things.findById(new mongoose.Types.ObjectId())],
  ['exists', () => Things.exists({ name: 'x' })],
  ['countDocuments', () => Things.countDocuments({})],
  ['estimatedDocumentCount', () => Things.estimatedDocumentCount()],
  ['distinct', () => Things.distinct('name')],
  ['a cursor', () => Things.find({ name: 'x' }).cursor().next()],
  ['shop in one branch of $or', () => Things.find({ $or: [{ shop: A }, { name: 'x' }] })],
  ['shop in $and', () => Things.find({ $and: [{ shop: A }] })],
  ['shop: $ne', () => Things.find({ shop: { $ne: null } } as never)],
  ['shop: $in', () => Things.find({ shop: { $in: [A, B] } })],
  ['shop: list', () => Things.find({ shop: [A, B] } as never)],
  ['shop: regular expression', () => Things.find({ shop: /./ } as never)],
  ['shop: empty', () => Things.find({ shop: '' })],
  ['shop: undefined', () => Things.find({ shop: undefined } as never)],
  ['hooks skipped', () => Things.find({ name: 'x' }).setOptions({ middleware: false })],
  ['updateOne', () => Things.updateOne({ name: 'x' }, { $set: { count: 1 } })],
  ['updateMany', () => Things.updateMany({}, { $set: { count: 1 } })],
  ['an update that changes the shop', () => Things.updateOne({ shop: A }, { $set: { shop: B } })],
  ['an update without operators that changes it', () => Things.updateOne({ shop: A }, { shop: B })],
  ['$unset of the shop', () => Things.updateOne({ shop: A }, { $unset: { shop: 1 } })],
  ['$rename to the shop', () => Things.updateOne({ shop: A }, { $rename: { name: 'shop' } })],
  ['a pipeline update', () => Things.updateOne({ shop: A }, [{ $set: { shop: B } }], { updatePipeline: true })],
  ['an upsert of another shop', () => Things.updateOne({ shop: A }, { $setOnInsert: { shop: B } }, { upsert: true })],
  ['replaceOne of another shop', () => Things.replaceOne({ shop: A }, { shop: B, name: 'x', count: 1 })],
  ['findOneAndUpdate', () => Things.findOneAndUpdate({ name: 'x' }, { $set: { count: 1 } })],
  ['findOneAndReplace', () => Things.findOneAndReplace({ name: 'x' }, { shop: A, name: 'x', count: 1 })],
  ['findOneAndDelete', () => Things.findOneAndDelete({ name: 'x' })],
  ['findByIdAndDelete', () => Things.findByIdAndDelete(new mongoose.Types.ObjectId())],
  ['deleteOne', () => Things.deleteOne({ name: 'x' })],
  ['deleteMany', () => Things.deleteMany({})],
  ['insertMany without a shop', () => Things.collection.insertMany([{ name: 'x' }])],
  ['bulkWrite delete', () => Things.bulkWrite([{ deleteMany: { filter: { name: 'x' } } }])],
  ['bulkWrite update', () => Things.bulkWrite([{ updateOne: { filter: { shop: A }, update: { $set: { shop: B } } } }])],
  [
    'bulkWrite with one bad among good',
    () => Things.bulkWrite([{ deleteOne: { filter: { shop: A } } }, { deleteOne: { filter: {} } }]),
  ],
  ['aggregate', () => Things.aggregate([{ $group: { _id: '$name' } }])],
  ['aggregate that matches later', () => Things.aggregate([{ $limit: 1 }, { $match: { shop: A } }])],
  [
    '$lookup',
    () =>
      Things.aggregate([
        { $match: { shop: A } },
        { $lookup: { from: 'x', localField: 'a', foreignField: 'b', as: 'c' } },
      ]),
  ],
  ['$unionWith', () => Things.aggregate([{ $match: { shop: A } }, { $unionWith: { coll: 'x' } }])],
  ['$merge', () => Things.aggregate([{ $match: { shop: A } }, { $merge: { into: 'x' } }])],
  [
    '$lookup inside $facet',
    () =>
      Things.aggregate([
        { $match: { shop: A } },
        { $facet: { a: [{ $lookup: { from: 'x', as: 'y', pipeline: [] } }] } },
      ]),
  ],
  ['$where', () => Things.collection.find({ shop: A, $where: 'true' })],
  [
    '$function in an expression',
    () => Things.collection.find({ shop: A, $expr: { $function: { body: 'x', args: [], lang: 'js' } } }),
  ],
  ['the raw collection', () => Things.collection.find({})],
  ['watch', () => Things.collection.watch()],
  ['an ordered bulk', () => Things.collection.initializeOrderedBulkOp()],
  ['acrossTenants without a reason', () => Things.find({}).setOptions({ acrossTenants: '' })],
  ['acrossTenants: true', () => Things.find({}).setOptions({ acrossTenants: true })],
  ['a single deletion across tenants', () => Things.deleteOne({}).setOptions({ acrossTenants: 'why' })],
];

const allowed: [string, Call][] = [
  ['find', () => Things.find({ shop: A, name: 'x' })],
  ['a $or beside the shop', () => Things.find({ shop: A, $or: [{ name: 'x' }, { count: 1 }] })],
  ['distinct', () => Things.distinct('name', { shop: A })],
  ['updateOne', () => Things.updateOne({ shop: A }, { $set: { count: 1 } })],
  ['an upsert of the same shop', () => Things.updateOne({ shop: A }, { $setOnInsert: { shop: A } }, { upsert: true })],
  ['replaceOne', () => Things.replaceOne({ shop: A }, { shop: A, name: 'x', count: 1 })],
  ['deleteMany', () => Things.deleteMany({ shop: A })],
  ['create', () => Things.create({ shop: A, name: 'x', count: 1 })],
  ['bulkWrite', () => Things.bulkWrite([{ updateOne: { filter: { shop: A }, update: { $inc: { count: 1 } } } }])],
  ['aggregate', () => Things.aggregate([{ $match: { shop: A } }, { $group: { _id: '$name' } }])],
  ['a reasoned way across', () => Things.find({ name: 'x' }).setOptions({ acrossTenants: 'the sweep' })],
];

describe('T3, T4: the tenant guard', () => {
  it.each(refused)('refuses %s before anything is sent', async (_name, call) => {
    sent.length = 0;
    await expect(async () => await call()).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it.each(allowed)('lets %s through', async (_name, call) => {
    sent.length = 0;
    await call();
    expect(sent).not.toEqual([]);
  });

  it('keeps the reason from the driver', async () => {
    sent.length = 0;
    await Things.find({ name: 'x' }).setOptions({ acrossTenants: 'the sweep' });
    expect(JSON.stringify(sent)).not.toContain('acrossTenants');
  });

  it('has decided about every method of the driver', () => {
    // Not ways to the data: names, settings, and what only reads indexes.
    const harmless =
      /^(constructor|dbName|collectionName|namespace|fullNamespace|readConcern|readPreference|bsonOptions|writeConcern|hint|timeoutMS|options|isCapped|listSearchIndexes)$/;
    const methods = Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype).filter(
      (name) => !harmless.test(name),
    );
    expect(methods.filter((name) => treatmentOf(name) === undefined)).toEqual([]);
  });

  it.each([
    ['a schema that is not strict', new Schema({ shop: String })],
    ['a schema without a shop', new Schema({ name: String }, { strict: 'throw' })],
  ])('refuses %s', (_name, schema) => {
    expect(() => tenantGuard(schema)).toThrow();
  });
});
