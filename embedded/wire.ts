import { parse, type Doc } from './values.ts';

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];
export const LARGEST_MESSAGE = 48_000_000;

/** `isLegacy`: the OP_QUERY of a first hello. */
export type Request = {
  readonly id: number;
  readonly body: Doc;
  readonly wantsReply: boolean;
  readonly isLegacy: boolean;
};

/**
 * Whole messages, and the beginning of the next. Chunks are joined only when a message is complete.
 * @throws {Error} the peer does not speak the protocol; there is nothing to answer, so the connection ends
 */
export function takeRequests(parts: readonly Buffer[]): { requests: Request[]; rest: readonly Buffer[] } {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  if (parts[0] && parts[0].length >= 16 && lengthOf(parts[0]) > total) return { requests: [], rest: parts };
  let buffer = Buffer.concat(parts, total);
  const requests: Request[] = [];
  for (let length = lengthOf(buffer); length <= buffer.length; length = lengthOf(buffer)) {
    requests.push(readMessage(buffer.subarray(0, length)));
    buffer = buffer.subarray(length);
  }
  return { requests, rest: [buffer] };
}

/** The length of the message at the head of the buffer; infinite while too little is there to know. */
function lengthOf(buffer: Buffer): number {
  if (buffer.length < 16) return Infinity;
  const length = buffer.readInt32LE();
  if (length < 16 || length > LARGEST_MESSAGE) throw new Error(`a message of ${length} bytes`);
  return length;
}

function readMessage(message: Buffer): Request {
  const [id, opCode, flags] = [message.readInt32LE(4), message.readInt32LE(12), message.readUInt32LE(16)];
  if (opCode === OP_MSG) {
    const body = readSections(message.subarray(20, message.length - (flags & 1 ? 4 : 0)));
    return { id, body, wantsReply: (flags & 2) === 0, isLegacy: false };
  }
  if (opCode !== OP_QUERY) throw new Error(`unknown operation ${opCode}`);
  const nameEnd = message.indexOf(0, 20);
  const $db = message.toString('utf8', 20, nameEnd).replace(/\.\$cmd$/, '');
  return { id, body: { ...parse(message.subarray(nameEnd + 9)), $db }, wantsReply: true, isLegacy: true };
}

/** The body, with each sequence of documents as the list that it stands for. */
function readSections(bytes: Buffer): Doc {
  let body: Doc = {};
  for (let at = 0; at < bytes.length;) {
    const section = bytes.subarray(at + 1, at + 1 + bytes.readInt32LE(at + 1));
    const nameEnd = section.indexOf(0, 4);
    if (bytes[at] === 0) body = { ...parse(section), ...body };
    else body[section.toString('latin1', 4, nameEnd)] = split(section.subarray(nameEnd + 1));
    at += 1 + section.length;
  }
  return body;
}

function split(bytes: Buffer): Doc[] {
  const docs: Doc[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    docs.push(parse(bytes.subarray(at, at + bytes.readInt32LE(at))));
  return docs;
}

export function writeReply({ id, isLegacy }: Request, reply: Buffer): Buffer {
  const head = Buffer.alloc(isLegacy ? 36 : 21);
  head.writeInt32LE(head.length + reply.length);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(isLegacy ? OP_REPLY : OP_MSG, 12);
  if (isLegacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, reply]);
}
