import { createRequire } from 'node:module';
import { Duplex } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { mendDriver } from './mend-driver.ts';

const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const driver = (part: string) => ofMongoose(`mongodb/lib/${part}.js`) as Record<string, unknown>;

interface Wire {
  writeCommand(message: unknown, options: object): Promise<void>;
  command(ns: unknown, command: object, options: object): Promise<unknown>;
}

/** A socket whose other end is slow to take what is written. */
class SlowSocket extends Duplex {
  taken: (() => void) | undefined;
  constructor() {
    super({ highWaterMark: 16, allowHalfOpen: false });
  }
  override _read(): void {
    // The server is silent.
  }
  override _write(_chunk: Buffer, _encoding: string, taken: () => void): void {
    this.taken = taken;
  }
  setTimeout(): this {
    return this;
  }
}

function connectionOver(socket: Duplex): Wire {
  const Connection = driver('cmap/connection')['Connection'] as new (stream: Duplex, options: object) => Wire;
  return new Connection(socket, {
    id: 1,
    generation: 1,
    monitorCommands: false,
    tls: false,
    hostAddress: { toString: () => 'store.example:27017' },
  });
}

function insert(connection: Wire): Promise<unknown> {
  const { MongoDBNamespace } = driver('utils') as { MongoDBNamespace: { fromString(name: string): unknown } };
  return connection.command(
    MongoDBNamespace.fromString('prahari.$cmd'),
    { insert: 'scans', text: 'x'.repeat(1_000) },
    {},
  );
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a large command on its way when the connection ends', () => {
  it.each<[string, (socket: SlowSocket) => void]>([
    // A stream that is ending says "drain" no more, though everything was taken.
    [
      'closed by the server',
      (socket) => void socket.once('end', () => setImmediate(() => socket.taken?.())).push(null),
    ],
    ['closed by ourselves', (socket) => socket.destroy()],
    ['broken', (socket) => socket.destroy(new Error('write EPIPE'))],
  ])('%s: the command ends as on any broken connection', async (_how, end) => {
    mendDriver();
    const socket = new SlowSocket();
    const sent = insert(connectionOver(socket)).then(
      () => 'answered',
      (error: unknown) => error,
    );
    await turn();
    expect(socket.writableNeedDrain).toBe(true);
    end(socket);
    await expect(sent).resolves.toBeInstanceOf(mongoose.mongo.MongoNetworkError);
  });

  it('is mended once, and in the driver that was looked at', () => {
    const prototype = (driver('cmap/connection')['Connection'] as { prototype: object }).prototype;
    const before = Object.getOwnPropertyDescriptor(prototype, 'cleanup')?.value as unknown;
    mendDriver();
    expect(Object.getOwnPropertyDescriptor(prototype, 'cleanup')?.value).toBe(before);
    expect((ofMongoose('mongodb/package.json') as { version: string }).version).toBe('7.8.0');
  });
});
