import { z } from 'zod';
import { NotFoundError } from '../errors.ts';

/** An id of our store. */
export const Id = z.string().regex(/^[0-9a-f]{24}$/);

/** A point in time as it leaves us. */
export const InstantText = z.iso.datetime({ precision: 3 });

/** "a,b" as a list of known words; an empty text is an empty list. */
export const commaList = <const W extends string>(words: readonly W[], longest = 200) =>
  z
    .string()
    .max(longest)
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(z.enum(words)).max(words.length));

/** A query without parameters. */
export const NoQuery = z.strictObject({});

/** A request without a body, or with an empty one. */
export const NoBody = z.strictObject({}).optional();

/** The id in an address. One that cannot be an id reads like one that is not there. */
export function pathId<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new NotFoundError();
  return parsed.data;
}
