import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { startEmbeddedStore } from './start.ts';

const { MongoClient } = mongoose.mongo;

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const ROUNDS = 4;

interface Doc {
  _id: string;
  kind?: string;
  claim?: number;
  pair?: string;
  n?: number;
}

/** The store as its own process; `uri` once it is ready. */
async function spawnStore(folder: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, [MAIN, '--folder', folder, '--socket', join(folder, 's.sock')]);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { ready, uri } = JSON.parse(line.toString()) as { ready: boolean; uri: string };
  expect(ready).toBe(true);
  return { child, uri };
}

/** Runs the command to its end. */
async function runStore(folder: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, '--folder', folder, '--port', '0']);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a store killed under load', () => {
  it('has everything that it acknowledged, transactions whole or not at all, and sound unique indexes', async () => {
    const acknowledged = new Set<string>();
    let increments = 0;
    let tried = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { child, uri } = await spawnStore(folder);
      const client = await MongoClient.connect(uri, { retryWrites: false, serverSelectionTimeoutMS: 2_000 });
      const docs = client.db().collection<Doc>('docs');
      await docs.createIndex({ claim: 1 }, { unique: true, partialFilterExpression: { kind: 'claim' } });
      const enough = 150 + round * 40;
      let done = 0;
      const noteAndKill = (): void => {
        if (++done === enough) child.kill('SIGKILL');
      };
      const until = async (work: (i: number) => Promise<void>): Promise<void> => {
        try {
          for (let i = 0; ; i++) {
            await work(i);
            noteAndKill();
          }
        } catch {
          // The store is gone: what this one wrote last may be there or not.
        }
      };
      await Promise.all([
        ...[0, 1, 2].map((who) =>
          until(async (i) => {
            const _id = `${round}-${who}-${i}`;
            await docs.insertOne({ _id, kind: 'claim', claim: round * 1_000_000 + who * 10_000 + i });
            acknowledged.add(_id);
          }),
        ),
        until(async () => {
          tried++;
          await docs.updateOne({ _id: 'counter' }, { $inc: { n: 1 } }, { upsert: true });
          increments++;
        }),
        until(async (i) => {
          const session = client.startSession();
          session.startTransaction();
          const pair = `${round}-pair-${i}`;
          await docs.insertOne({ _id: `${pair}-left`, pair }, { session });
          await docs.insertOne({ _id: `${pair}-right`, pair }, { session });
          await session.commitTransaction();
          acknowledged.add(`${pair}-left`).add(`${pair}-right`);
          await session.endSession();
        }),
      ]);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await client.close(true);
    }
    const store = await startEmbeddedStore({ folder, socketPath: join(folder, 's.sock') });
    const client = await MongoClient.connect(store.uri);
    const docs = client.db().collection<Doc>('docs');
    const all = await docs.find().toArray();
    const there = new Set(all.map(({ _id }) => _id));
    expect([...acknowledged].filter((_id) => !there.has(_id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * 100);
    const counter = all.find(({ _id }) => _id === 'counter')?.n ?? 0;
    expect(counter).toBeGreaterThanOrEqual(increments);
    expect(counter).toBeLessThanOrEqual(tried);
    const pairs = all.filter(({ pair }) => pair !== undefined);
    expect(
      pairs.filter(
        ({ _id }) => !there.has(_id.replace(/left$|right$/, (side) => (side === 'left' ? 'right' : 'left'))),
      ),
    ).toEqual([]);
    await expectIndexEqualsScan(docs, all);
    await client.close();
    await store.close();
  });

  async function expectIndexEqualsScan(docs: mongoose.mongo.Collection<Doc>, all: readonly Doc[]): Promise<void> {
    const claims = all.flatMap(({ claim }) => (claim === undefined ? [] : [claim])).sort((a, b) => a - b);
    expect(new Set(claims).size).toBe(claims.length);
    const throughIndex = await docs
      .find({ kind: 'claim', claim: { $gte: 0 } })
      .sort({ claim: 1 })
      .toArray();
    expect(throughIndex.map(({ claim }) => claim)).toEqual(claims);
  }
});

describe('a folder that cannot be served', () => {
  const file = (): string => join(folder, 'store.mdb');

  async function seed(): Promise<void> {
    const store = await startEmbeddedStore({ folder, socketPath: join(folder, 's.sock') });
    const client = await MongoClient.connect(store.uri);
    await client
      .db()
      .collection<Doc & { text: string }>('docs')
      .insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: `doc-${i}`, text: `MARK${'x'.repeat(400)}` })));
    await client.close();
    await store.close();
  }

  it('is refused to a second server, in this process or another', async () => {
    const store = await startEmbeddedStore({ folder, port: 0 });
    await expect(startEmbeddedStore({ folder, port: 0 })).rejects.toThrow(/Another server is running/);
    expect(await runStore(folder)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Another server is running on .*\.\n$/),
    });
    await store.close();
    await (await startEmbeddedStore({ folder, port: 0 })).close();
  });

  it('is refused when one byte of a document is not what was written, and left as it is', async () => {
    await seed();
    const bytes = await readFile(file());
    const at = bytes.lastIndexOf('MARK');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(file(), bytes);
    const before = await hashOf(file());
    expect(await runStore(folder)).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^The store file .* is damaged\. .*\n$/),
    });
    await expect(startEmbeddedStore({ folder, port: 0 })).rejects.toThrow(/damaged/);
    expect(await hashOf(file())).toBe(before);
  });

  it('is refused when the file is no store', async () => {
    await writeFile(file(), Buffer.alloc(16_384, 'not a store '));
    const before = await hashOf(file());
    expect(await runStore(folder)).toMatchObject({ code: 2, out: '' });
    expect(await hashOf(file())).toBe(before);
  });

  it('opens or is refused, and is left as it is, wherever the file was cut or spoilt', async () => {
    await seed();
    const whole = await readFile(file());
    const pages = whole.length / 4_096;
    for (let i = 0; i < 12; i++) {
      const page = Math.floor((i * pages) / 12);
      if (i % 2 === 0) await writeFile(file(), whole.subarray(0, (page + 1) * 4_096));
      else
        await writeFile(
          file(),
          Buffer.concat([
            whole.subarray(0, page * 4_096),
            Buffer.alloc(4_096, 0xa5),
            whole.subarray((page + 1) * 4_096),
          ]),
        );
      const before = await hashOf(file());
      const opened = await startEmbeddedStore({ folder, port: 0 }).catch((error: unknown) => error);
      if (opened instanceof Error) {
        expect(opened.message).toMatch(/damaged/);
        expect(await hashOf(file())).toBe(before);
        continue;
      }
      const store = opened as Awaited<ReturnType<typeof startEmbeddedStore>>;
      const client = await MongoClient.connect(store.uri);
      expect(await client.db().collection('docs').countDocuments()).toBe(300);
      await client.close();
      await store.close();
    }
  });

  it('is opened again after being emptied by its owner', async () => {
    await seed();
    await truncate(file(), 0);
    await expect(startEmbeddedStore({ folder, port: 0 }).then((store) => store.close())).rejects.toThrow(/damaged/);
    await rm(file());
    await (await startEmbeddedStore({ folder, port: 0 })).close();
  });
});
