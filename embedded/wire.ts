import { parse, parseWithRaw, toBytes, type Doc } from './values.ts';

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];
export const LARGEST_MESSAGE = 48_000_000;

export interface Request {
  readonly id: number;
  readonly body: Doc;
  /** Documents to insert, as the bytes they came in. */
  readonly raws: readonly Buffer[] | undefined;
  readonly wantsReply: boolean;
  readonly isLegacy: boolean;
}

/** The peer does not speak the protocol; there is nothing to answer, so the connection ends. */
export class ProtocolError extends Error {}

/** The length of the message at the head of the buffer, when enough is there to know. */
export function messageLength(buffer: Buffer): number | undefined {
  if (buffer.length < 16) return undefined;
  const length = buffer.readInt32LE();
  if (length < 16 || length > LARGEST_MESSAGE) throw new ProtocolError(`a message of ${length} bytes`);
  return length;
}

/** @throws {ProtocolError} it is neither OP_MSG nor the OP_QUERY of a first hello */
export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  try {
    if (opCode === OP_MSG) return readMsg(id, message);
    if (opCode === OP_QUERY) return readQuery(id, message);
  } catch (error) {
    throw new ProtocolError('a message that cannot be read', { cause: error });
  }
  throw new ProtocolError(`unknown operation ${opCode}`);
}

function readMsg(id: number, message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  const end = message.length - (flags & 1 ? 4 : 0);
  const lists = new Map<string, Buffer[]>();
  let body: Buffer | undefined;
  for (let at = 20; at < end;) {
    const kind = message.readUInt8(at++);
    const length = message.readInt32LE(at);
    if (length < 5 || at + length > end) throw new ProtocolError('a section that is longer than its message');
    const section = message.subarray(at, at + length);
    if (kind === 0) body = section;
    else if (kind === 1) {
      const nameEnd = section.indexOf(0, 4);
      lists.set(section.toString('latin1', 4, nameEnd), split(section.subarray(nameEnd + 1)));
    } else throw new ProtocolError('unknown section');
    at += length;
  }
  if (!body) throw new ProtocolError('no body');
  const doc: Doc = isInsert(body) ? parseWithRaw(body, 'documents') : parse(body);
  for (const [name, raws] of lists) doc[name] = name === 'documents' ? raws : raws.map(parse);
  const raws = doc['documents'];
  const hasRaws = isInsert(body) && Array.isArray(raws);
  return {
    id,
    body: doc,
    raws: hasRaws ? (raws as Buffer[]) : undefined,
    wantsReply: (flags & 2) === 0,
    isLegacy: false,
  };
}

const isInsert = (body: Buffer): boolean => body.toString('latin1', 5, 12) === 'insert\0';

function split(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readInt32LE(at);
    if (length < 5) throw new ProtocolError('a document without a length');
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

function readQuery(id: number, message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  const db = message.toString('utf8', 20, nameEnd).replace(/\.\$cmd$/, '');
  const body = parse(message.subarray(nameEnd + 9));
  return { id, body: { ...body, $db: db }, raws: undefined, wantsReply: true, isLegacy: true };
}

export function writeReply({ id, isLegacy }: Request, reply: Buffer | Doc): Buffer {
  const bytes = Buffer.isBuffer(reply) ? reply : toBytes(reply);
  const head = Buffer.alloc(isLegacy ? 36 : 21);
  head.writeInt32LE(head.length + bytes.length);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(isLegacy ? OP_REPLY : OP_MSG, 12);
  if (isLegacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, bytes]);
}
