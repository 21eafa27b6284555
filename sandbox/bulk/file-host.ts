import { createReadStream } from 'node:fs';

import type { OtherHost } from '../other-host.ts';
import type { BulkBook } from './bulk-book.ts';
import type { BulkOperation } from './bulk-operation.ts';

const HOST = 'storage.googleapis.com';
const PLACE = '/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs';

/** Where the lines of an operation are fetched: a file store that asks for no token, but for the signature in the address. */
export function fileUrl({ id, file }: BulkOperation): string | null {
  if (!file) return null;
  const url = new URL(`https://${HOST}${PLACE}/${id}-final`);
  url.searchParams.set('GoogleAccessId', 'invented@sandbox.example');
  url.searchParams.set('Expires', String(Math.floor(file.expiresAtMs / 1_000)));
  url.searchParams.set('Signature', file.key);
  return url.href;
}

export function fileHost(book: BulkBook): OtherHost {
  return {
    hosts: [HOST],
    handle(ctx) {
      const [, id] = new RegExp(`^${PLACE}/(\\d+)-final$`).exec(ctx.path) ?? [];
      const key = ctx.query['Signature'];
      const file = typeof key === 'string' ? book.fileOf(Number(id), key)?.file : undefined;
      if (!file) {
        ctx.status = 404;
        ctx.type = 'xml';
        ctx.body = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code></Error>";
        return;
      }
      ctx.type = 'application/jsonl';
      ctx.length = file.bytes;
      ctx.body = createReadStream(file.path);
    },
  };
}
