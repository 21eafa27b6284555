import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../../embedded/start.ts';
import { dumpStore, restoreStore } from './copy.ts';

const { Double, Int32, Long, ObjectId } = mongoose.mongo.BSON;

describe('a dump and its restore', () => {
  let folder: string;
  let store: EmbeddedStore;
  let client: mongoose.mongo.MongoClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prahari-dump-'));
    store = await startEmbeddedStore({ folder: join(folder, 'store'), port: 0 });
    client = await mongoose.mongo.MongoClient.connect(store.uri);
    const kinds = client.db('from').collection<mongoose.mongo.Document>('kinds');
    await kinds.insertMany([
      {
        _id: new ObjectId(),
        at: new Date('1969-12-31T23:59:59.999Z'),
      },
      {
        _id: new ObjectId(),
        long: Long.fromString('9007199254740991'),
        small: Long.fromNumber(5),
        double: new Double(2),
        int: new Int32(3),
      },
      {
        _id: new ObjectId(),
        text: 'हिन्दी "\u2028\n',
        nothing: null,
        list: [1, [2, { a: [] }]],
        minus: new Double(-0),
      },
    ]);
    await kinds.createIndex({ long: 1, text: -1 }, { unique: true, partialFilterExpression: { nothing: null } });
    await kinds.createIndex({ at: 1 }, { expireAfterSeconds: 3_600 });
    await client
      .db('from')
      .collection('many/dotted.name')
      .insertMany(Array.from({ length: 1_234 }, (_, i) => ({ i })));
    await client.db('from').createCollection('empty');
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are equal, to the type of each number, and so are the indexes', async () => {
    const dumped = await dumpStore(client.db('from'), join(folder, 'a'));
    expect(dumped.map(({ collection, documents }) => [collection, documents])).toEqual([
      ['empty', 0],
      ['kinds', 3],
      ['many/dotted.name', 1_234],
    ]);
    expect(await restoreStore(client.db('to'), join(folder, 'a'))).toEqual(dumped);
    expect(await dumpStore(client.db('to'), join(folder, 'b'))).toEqual(dumped);
    for (const file of ['indexes.json', 'kinds.jsonl', 'empty.jsonl', 'many%2Fdotted.name.jsonl'])
      expect(await readFile(join(folder, 'b', file), 'utf8')).toBe(await readFile(join(folder, 'a', file), 'utf8'));
  });

  it('never overwrite or mix', async () => {
    await expect(restoreStore(client.db('from'), join(folder, 'a'))).rejects.toThrow(/already has documents/);
    await expect(dumpStore(client.db('from'), join(folder, 'a'))).rejects.toThrow(/not empty/);
  });
});
