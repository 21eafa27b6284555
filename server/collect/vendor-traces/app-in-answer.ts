import { z } from 'zod';
import { outsideText } from '../parse-evidence.ts';
import type { SeenThing } from './fold-traces.ts';
import { appNumber, outsideName } from './outside-names.ts';

/** An app as most answers name it. */
export const appInAnswer = z
  .object({ id: outsideText(200), title: outsideText(2_000), handle: outsideText(300).nullable() })
  .transform(({ id, title, handle }): SeenThing => ({
    appId: appNumber(id),
    name: outsideName(title),
    handle: outsideName(handle),
  }));

/** A page of a connection of which no more is read. */
export function firstPage<T extends z.ZodType>(node: T) {
  return z.object({ nodes: z.array(node).max(250), pageInfo: z.object({ hasNextPage: z.boolean() }) });
}
