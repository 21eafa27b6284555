import { TenantGuardError } from './tenant-guard-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Stages that read or write another collection: which shop's, the guard cannot see. */
const FOREIGN_STAGES = ['$lookup', '$graphLookup', '$unionWith', '$merge', '$out'];

/** Code in a query. No feature of ours needs it. */
const CODE = ['$where', '$function', '$accumulator'];

const refuse = (why: string): never => {
  throw new TenantGuardError(why);
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isShop = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The shop that a filter names at its top level, as a plain string; a branch of `$or` does not count. */
export function judgeFilter(filter: unknown): string {
  refuseCode(filter);
  const shop = isFields(filter) ? filter['shop'] : undefined;
  return isShop(shop) ? shop : refuse('A filter names its shop as a plain string.');
}

/** An update leaves a document with the shop it has. */
export function judgeUpdate(shop: string, update: unknown): void {
  if (!isFields(update)) return refuse('An update is operators over fields, not a pipeline.');
  refuseCode(update);
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith('$') || !isFields(fields)) {
      refuse('An update is operators over fields.');
      continue;
    }
    const touched = Object.keys(fields).some((path) => path === 'shop' || path.startsWith('shop.'));
    const keeps = (operator === '$set' || operator === '$setOnInsert') && fields['shop'] === shop;
    const renamedTo = operator === '$rename' && Object.values(fields).includes('shop');
    if ((touched && !keeps) || renamedTo) refuse('A document never changes its shop.');
  }
}

/** A replacement stays with its shop. */
export function judgeReplacement(shop: string, document: unknown): void {
  if (!isFields(document) || document['shop'] !== shop) refuse('A document never changes its shop.');
}

/** Each new document says whose it is. */
export function judgeInsert(documents: unknown): void {
  if (!Array.isArray(documents)) return refuse('Documents are a list.');
  for (const document of documents)
    if (!isFields(document) || !isShop(document['shop'])) refuse('A document names its shop.');
}

/** Each operation of a bulk by its own rule. */
export function judgeBulk(operations: unknown): void {
  if (!Array.isArray(operations)) return refuse('A bulk is a list.');
  for (const operation of operations as unknown[]) {
    const [kind, body] = isFields(operation) ? (Object.entries(operation)[0] ?? []) : [];
    if (!isFields(body)) return refuse('A bulk operation has a body.');
    if (kind === 'insertOne') judgeInsert([body['document']]);
    else if (kind === 'deleteOne' || kind === 'deleteMany') judgeFilter(body['filter']);
    else if (kind === 'updateOne' || kind === 'updateMany') judgeUpdate(judgeFilter(body['filter']), body['update']);
    else if (kind === 'replaceOne') judgeReplacement(judgeFilter(body['filter']), body['replacement']);
    else refuse('No rule for this bulk operation.');
  }
}

/** The first stage matches one shop, and none reads elsewhere. */
export function judgeAggregate(pipeline: unknown): void {
  const first: unknown = Array.isArray(pipeline) ? pipeline[0] : undefined;
  judgeFilter(isFields(first) ? first['$match'] : undefined);
  walk(pipeline, (key) => {
    if (FOREIGN_STAGES.includes(key)) refuse(`${key} reads or writes another collection.`);
  });
  refuseCode(pipeline);
}

function refuseCode(value: unknown): void {
  walk(value, (key) => {
    if (CODE.includes(key)) refuse(`${key} is never used.`);
  });
}

/** Plain objects and lists only: a Date or an ObjectId holds no operator. */
function walk(value: unknown, see: (key: string) => void): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) walk(item, see);
  else if (isFields(value) && isPlain(value)) {
    for (const [key, inner] of Object.entries(value)) {
      see(key);
      walk(inner, see);
    }
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
