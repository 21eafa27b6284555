import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, deserialize, Long, serialize } from 'bson';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from './start.ts';

const { MongoClient } = mongoose.mongo;

/** A connection that frames messages by hand, to send what no driver would. */
class RawConnection {
  readonly #socket: Socket;
  #bytes = Buffer.alloc(0);

  constructor(path: string) {
    this.#socket = connect(path);
    this.#socket.on('data', (chunk) => (this.#bytes = Buffer.concat([this.#bytes, chunk])));
  }

  send(body: Record<string, unknown>, id = 1, flags = 0): void {
    const doc = Buffer.from(serialize({ ...body, $db: 'prahari' }));
    const head = Buffer.alloc(21);
    head.writeInt32LE(21 + doc.length);
    head.writeInt32LE(id, 4);
    head.writeInt32LE(2013, 12);
    head.writeUInt32LE(flags, 16);
    this.write(Buffer.concat([head, doc]));
  }

  write(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  /** The next reply: the number of the request that it answers, and the document. */
  async receive(): Promise<[number, Record<string, unknown>]> {
    while (this.#bytes.length < 4 || this.#bytes.length < this.#bytes.readInt32LE()) await once(this.#socket, 'data');
    const message = this.#bytes.subarray(0, this.#bytes.readInt32LE());
    this.#bytes = this.#bytes.subarray(message.length);
    return [message.readInt32LE(8), deserialize(message.subarray(21))];
  }

  async ended(): Promise<void> {
    if (!this.#socket.closed) await once(this.#socket, 'close');
  }

  end(): void {
    this.#socket.destroy();
  }
}

describe('the server', () => {
  let folder: string;
  let store: EmbeddedStore;
  let client: mongoose.mongo.MongoClient;
  const path = (): string => join(folder, 's.sock');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prahari-store-'));
    store = await startEmbeddedStore({ folder, socketPath: path() });
    client = await MongoClient.connect(store.uri);
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers in the order in which it was asked, and not at all when no answer is wanted', async () => {
    const raw = new RawConnection(path());
    raw.send({ insert: 'order', documents: [{ _id: 1 }] }, 1);
    raw.send({ insert: 'order', documents: [{ _id: 2 }] }, 2, 2);
    raw.send({ find: 'order', filter: {} }, 3);
    raw.send({ ping: 1 }, 4);
    expect(await raw.receive()).toMatchObject([1, { n: 1, ok: 1 }]);
    expect(await raw.receive()).toMatchObject([3, { cursor: { firstBatch: [{ _id: 1 }, { _id: 2 }] } }]);
    expect(await raw.receive()).toMatchObject([4, { ok: 1 }]);
    raw.end();
  });

  it('takes a message in many pieces, and many in one', async () => {
    const raw = new RawConnection(path());
    const doc = Buffer.from(serialize({ ping: 1, $db: 'prahari' }));
    const head = Buffer.alloc(21);
    head.writeInt32LE(21 + doc.length);
    head.writeInt32LE(7, 4);
    head.writeInt32LE(2013, 12);
    const message = Buffer.concat([head, doc]);
    for (const byte of message) raw.write(Buffer.of(byte));
    raw.write(Buffer.concat([message, message]));
    for (let i = 0; i < 3; i++) expect(await raw.receive()).toMatchObject([7, { ok: 1 }]);
    raw.end();
  });

  it.each([
    ['a length beyond the limit', Buffer.from('ffffff7f0000000000000000dd070000', 'hex')],
    ['a negative length', Buffer.from('ffffffff0000000000000000dd070000', 'hex')],
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['an unknown operation', Buffer.from('140000000100000000000000d40700000000', 'hex').fill(0x2a, 12)],
    ['a body that is no document', Buffer.from('1a0000000100000000000000dd0700000000000000ffffffff01', 'hex')],
  ])('ends a connection that sends %s, and serves the others', async (_, bytes) => {
    const raw = new RawConnection(path());
    raw.write(bytes);
    raw.write(Buffer.alloc(64));
    await raw.ended();
    expect((await client.db().command({ ping: 1 }))['ok']).toBe(1);
  });

  it('carries ten megabytes both ways', async () => {
    const text = 'ä'.repeat(5 * 1024 * 1024);
    await client.db().collection('large').insertOne({ text });
    expect((await client.db().collection('large').findOne())?.['text']).toBe(text);
    await client
      .db()
      .collection('large')
      .insertMany(Array.from({ length: 6 }, () => ({ text: text.slice(0, 1_500_000) })));
    expect(await client.db().collection('large').find().toArray()).toHaveLength(7);
  });

  it('keeps interleaved connections apart', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => MongoClient.connect(store.uri)));
    await Promise.all(
      clients.map(async (each, who) => {
        const own = each.db().collection<{ _id: string; n: number }>('apart');
        for (let i = 0; i < 20; i++) {
          await own.insertOne({ _id: `${who}-${i}`, n: i });
          await own.updateOne({ _id: 'shared' }, { $inc: { n: 1 } }, { upsert: true });
          expect((await own.findOne({ _id: `${who}-${i}` }))?.n).toBe(i);
        }
      }),
    );
    expect((await client.db().collection<{ _id: string; n: number }>('apart').findOne({ _id: 'shared' }))?.n).toBe(160);
    await Promise.all(clients.map((each) => each.close()));
  });

  it('gives a repeated retryable write its first answer, also after a restart, and does it once', async () => {
    const lsid = { id: new Binary(Buffer.alloc(16, 7), Binary.SUBTYPE_UUID) };
    const write = (txnNumber: number) => ({
      update: 'once',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
      lsid,
      txnNumber: Long.fromNumber(txnNumber),
    });
    const [a, b] = [new RawConnection(path()), new RawConnection(path())];
    a.send(write(1));
    b.send(write(1));
    const [, first] = await a.receive();
    expect((await b.receive())[1]).toEqual(first);
    expect(first).toMatchObject({ n: 1, upserted: [{ index: 0, _id: 1 }] });
    await client.close();
    await store.close();
    store = await startEmbeddedStore({ folder, socketPath: path() });
    client = await MongoClient.connect(store.uri);
    const after = new RawConnection(path());
    after.send(write(1));
    expect((await after.receive())[1]).toEqual(first);
    after.send(write(2));
    expect((await after.receive())[1]).toMatchObject({ n: 1, nModified: 1 });
    after.send(write(1));
    expect((await after.receive())[1]).toMatchObject({ ok: 0, code: 225 });
    expect((await client.db().collection<{ _id: number; n: number }>('once').findOne({ _id: 1 }))?.n).toBe(2);
    after.end();
  });
});
