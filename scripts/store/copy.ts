import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';

const { EJSON } = mongoose.mongo.BSON;
const BATCH = 500;
const INDEXES = 'indexes.json';
type Doc = mongoose.mongo.Document;

/** One collection, copied. The hash is of its lines in the order of _id, so two equal collections have the same. */
export interface Tally {
  readonly collection: string;
  readonly documents: number;
  readonly sha256: string;
}

/**
 * Writes each collection as NAME.jsonl (canonical extended JSON, a document a line, by _id) and all indexes as
 * indexes.json into `folder`, which must be new or empty.
 */
export async function dumpStore(db: mongoose.mongo.Db, folder: string): Promise<Tally[]> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`The folder ${folder} is not empty: a dump goes into a new one.`);
  const indexes: Record<string, Doc[]> = {};
  const tallies: Tally[] = [];
  for (const name of await collectionNames(db)) {
    indexes[name] = (await db.collection(name).indexes())
      .filter((index) => index['name'] !== '_id_')
      .map(({ v: _, ...spec }) => spec);
    tallies.push(await dumpCollection(db.collection(name), name, join(folder, fileOf(name))));
  }
  await writeFile(join(folder, INDEXES), `${EJSON.stringify(indexes, { relaxed: false })}\n`);
  return tallies;
}

async function dumpCollection(collection: mongoose.mongo.Collection, name: string, file: string): Promise<Tally> {
  const handle = await open(file, 'wx');
  const hash = createHash('sha256');
  let documents = 0;
  try {
    for await (const doc of collection.find({}, { promoteValues: false, promoteLongs: false }).sort({ _id: 1 })) {
      const text = `${EJSON.stringify(doc, { relaxed: false })}\n`;
      hash.update(text);
      documents++;
      await handle.write(text);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { collection: name, documents, sha256: hash.digest('hex') };
}

/**
 * Puts a dump into a database that has no document yet: one with any is refused, so that nothing is ever overwritten
 * or mixed. Empty collections (a started server makes them) are replaced, indexes and all.
 */
export async function restoreStore(db: mongoose.mongo.Db, folder: string): Promise<Tally[]> {
  const indexes = EJSON.parse(await readFile(join(folder, INDEXES), 'utf8'), { relaxed: false }) as Record<
    string,
    Doc[]
  >;
  for (const name of await collectionNames(db))
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } }))
      throw new Error(`The collection ${name} already has documents: restore into an empty database.`);
  const tallies: Tally[] = [];
  for (const [name, specs] of Object.entries(indexes)) {
    await db.collection(name).drop();
    await db.createCollection(name);
    tallies.push(await restoreCollection(db.collection(name), name, join(folder, fileOf(name))));
    if (specs.length > 0) await db.collection(name).createIndexes(specs.map(plainIndex));
  }
  return tallies;
}

async function restoreCollection(collection: mongoose.mongo.Collection, name: string, file: string): Promise<Tally> {
  const hash: Hash = createHash('sha256');
  let documents = 0;
  let batch: Doc[] = [];
  const send = async (): Promise<void> => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: true });
    documents += batch.length;
    batch = [];
  };
  for await (const text of linesOf(file)) {
    hash.update(`${text}\n`);
    batch.push(EJSON.parse(text, { relaxed: false }) as Doc);
    if (batch.length >= BATCH) await send();
  }
  await send();
  return { collection: name, documents, sha256: hash.digest('hex') };
}

/** Lines end at "\n" alone: readline also breaks at U+2028, which JSON lets stand in a string. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error(`The dump ${file} was cut off: its last line has no end.`);
}

/** Canonical JSON gives numbers as Int32 objects; index specifications want plain ones. */
const plainIndex = (spec: Doc): mongoose.mongo.IndexDescription =>
  JSON.parse(EJSON.stringify(spec, { relaxed: true })) as mongoose.mongo.IndexDescription;

async function collectionNames(db: mongoose.mongo.Db): Promise<string[]> {
  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
}

/** A collection's name may hold what a file's may not. */
const fileOf = (name: string): string => `${encodeURIComponent(name)}.jsonl`;
