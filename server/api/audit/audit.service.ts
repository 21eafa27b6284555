import type { AuditFormat, AuditPage, AuditProof } from '../../../core/api/audit.ts';
import { ACTOR_KINDS, type AuditMark } from '../../../core/audit/audit-entry.ts';
import type { Language } from '../../../core/text.ts';
import { auditFile } from '../../audit/audit-file.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Clock } from '../../clock.ts';
import { TooManyRequestsError } from '../../errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';
import { AUDIT_CSV_HEAD, auditCsvRow } from './audit.csv.ts';

export interface AuditWish {
  readonly before?: number;
  readonly action?: string;
  /** A kind of actor, or a person's number. */
  readonly actor?: string;
}

export type AuditService = ReturnType<typeof auditService>;

/** The log of what happened in the shop: the owner's alone, since it tells who did what. */
export function auditService({
  audit,
  marksOf,
  clock,
}: {
  audit: AuditLog;
  /** Lines of the log that stand on papers of the past: it must still reach them. */
  marksOf: (shop: string) => Promise<readonly AuditMark[]>;
  clock: Clock;
}) {
  /** Shops whose log is walked from end to end: one walk at a time. */
  const walked = new Set<string>();

  async function* csv(shop: string, language: Language): AsyncGenerator<string> {
    yield AUDIT_CSV_HEAD;
    for await (const line of audit.lines(shop)) yield auditCsvRow(line, language);
  }

  return {
    /** @throws {ForbiddenError} the person is not the owner */
    async page(merchant: Merchant, { actor, ...wish }: AuditWish): Promise<AuditPage> {
      requireRole(merchant, 'owner');
      const kind = ACTOR_KINDS.find((one) => one === actor);
      const person = { actorKind: 'person', ...(actor !== undefined && { actorId: actor }) } as const;
      const by = actor === undefined ? {} : kind ? { actorKind: kind } : person;
      return audit.page(merchant.shop, { ...wish, ...by });
    },

    /**
     * @throws {ForbiddenError} the person is not the owner
     * @throws {TooManyRequestsError} the same log is being walked
     */
    async verify(merchant: Merchant): Promise<AuditProof> {
      requireRole(merchant, 'owner');
      const { shop } = merchant;
      if (walked.has(shop)) throw new TooManyRequestsError('The log is being verified. Try again in a moment.', 3);
      walked.add(shop);
      try {
        return await audit.verify(shop, await marksOf(shop));
      } finally {
        walked.delete(shop);
      }
    },

    /** The whole log as text, in pieces. @throws {ForbiddenError} the person is not the owner */
    file(merchant: Merchant, { format, language }: { format: AuditFormat; language: Language }): AsyncIterable<string> {
      requireRole(merchant, 'owner');
      const { shop } = merchant;
      return format === 'csv' ? csv(shop, language) : auditFile(audit, { shop, madeAt: clock.now().toISOString() });
    },
  };
}
