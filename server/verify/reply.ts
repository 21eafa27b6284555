import { z } from 'zod';
import type { RegistryRecord, UnknownReason } from '../../core/evidence/registry.ts';
import { loose } from './registry-fields.ts';
import { NotKnown, type RegistryAnswer, type ServiceReply } from './service.ts';

/** What HTTP says by itself, whatever the service. Adapters name what their service says otherwise. */
const BY_STATUS: Readonly<Record<number, UnknownReason>> = {
  401: 'key-refused',
  402: 'payment-needed',
  403: 'key-refused',
  429: 'limited',
};

/** @throws {NotKnown} for every status but 200 */
export function refuseUnless200(
  { status, retryAfterMs }: ServiceReply,
  own: Readonly<Record<number, UnknownReason>> = {},
): void {
  if (status === 200) return;
  const reason = own[status] ?? BY_STATUS[status] ?? (status >= 500 ? 'unreachable' : 'unexpected-shape');
  throw new NotKnown(reason, retryAfterMs);
}

const Fields = z.record(z.string(), loose);

/** A JSON object's fields. @throws {NotKnown} unexpected-shape: HTML, a list, half an answer */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  const parsed = Fields.safeParse(value);
  if (!parsed.success || Array.isArray(value)) throw new NotKnown('unexpected-shape');
  return parsed.data;
}

/** An answer without name and status says nothing of the number: it is no news, good or bad. */
export function knownRecord(record: RegistryRecord): RegistryAnswer {
  if (record.legalName === null && record.tradeName === null && record.status === null) {
    throw new NotKnown('unexpected-shape');
  }
  return { kind: 'known', record };
}
