import { describe, expect, it } from '@jest/globals';
import type { OutboundStream } from '../http/guarded-fetch.ts';
import { OutboundFailedError, OutboundRefusedError } from '../http/outbound-errors.ts';
import { adminFileLines } from './admin-file.ts';

type Reply = Error | { readonly status: number; readonly text?: string; readonly breaks?: Error };

const URL = 'https://files.example/result.jsonl';

async function readFrom(replies: Reply[]) {
  const openStream = async (): Promise<OutboundStream> => {
    const reply = replies.shift();
    if (!reply) throw new Error('asked once too often');
    if (reply instanceof Error) throw reply;
    const body = (async function* () {
      yield Buffer.from(reply.text ?? '');
      if (reply.breaks) throw reply.breaks;
    })();
    return { status: reply.status, body };
  };
  const lines: string[] = [];
  for await (const line of adminFileLines({ openStream, sleep: async () => undefined }, URL)) lines.push(line);
  return lines;
}

describe("a file of Shopify's", () => {
  it.each<[string, Reply[]]>([
    ['at once', [{ status: 200, text: 'a\nb\n' }]],
    ['after a broken connection', [new OutboundFailedError('unreachable'), { status: 200, text: 'a\nb\n' }]],
    ['after 503 twice', [{ status: 503 }, { status: 503 }, { status: 200, text: 'a\nb\n' }]],
  ])('is read by its lines %s', async (_when, replies) => {
    expect(await readFrom(replies)).toEqual(['a', 'b']);
  });

  it.each<[string, string, Reply[]]>([
    ['is gone', 'shopify-unreachable', [{ status: 404 }]],
    ['has expired', 'shopify-unreachable', [{ status: 403, text: '<Error/>' }]],
    ['has moved', 'shopify-unreachable', [{ status: 302 }]],
    ['stays away', 'shopify-unreachable', [{ status: 500 }, { status: 500 }, { status: 500 }]],
    ['never answers', 'shopify-unreachable', Array.from({ length: 3 }, () => new OutboundFailedError('timed-out'))],
    [
      'breaks off',
      'shopify-unreachable',
      [{ status: 200, text: 'a\n', breaks: new OutboundFailedError('unreachable') }],
    ],
    ['is too large', 'unexpected-shape', [{ status: 200, text: 'a\n', breaks: new OutboundFailedError('too-large') }]],
    ['is badly packed', 'unexpected-shape', [{ status: 200, breaks: new OutboundFailedError('bad-encoding') }]],
    ['lies on an inner host', 'unexpected-shape', [new OutboundRefusedError('not-a-public-address')]],
  ])('that %s is %s', async (_what, type, replies) => {
    await expect(readFrom(replies)).rejects.toMatchObject({ type });
  });
});
