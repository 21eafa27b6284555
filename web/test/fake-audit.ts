import type { AuditPage, AuditProof } from '../../core/api/audit.ts';
import type { AuditEntry } from '../../core/audit/audit-entry.ts';
import { NOW } from './factories.ts';

export interface HeldAudit {
  audit: AuditPage;
  /** What `before` leads to. */
  olderAudit: AuditPage;
  proof: AuditProof;
}

const HASH = 'ab'.repeat(32);

export function anAuditEntry(over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    ...{ seq: 2, at: NOW, actor: { kind: 'person', id: '901' }, action: 'alerts.acknowledge', subjects: [] },
    ...{ outcome: 'asked', details: {}, previousHash: HASH, hash: HASH, ...over },
  };
}

export const anAuditPage = (over: Partial<AuditPage> = {}): AuditPage => ({
  ...{ entries: [anAuditEntry()], next: null, total: 1, refusals: [], ...over },
});

export const someAuditPages = (): HeldAudit => ({
  audit: anAuditPage(),
  olderAudit: anAuditPage({ entries: [] }),
  proof: {
    ...{ isWhole: true, entries: 2, firstSeq: 1, lastSeq: 2, lastHash: HASH, anchor: null, broken: null },
    ...{ signature: 'valid', verifiedAt: NOW },
  },
});

/** What our server answers below /audit; undefined: nothing is there. */
export function auditRoute(held: HeldAudit, path: string, query: URLSearchParams): unknown {
  if (path === '/audit/verify') return held.proof;
  if (path === '/audit/file') return `${query.get('format') ?? ''} of ${held.audit.entries.length}`;
  if (path === '/evidence-pack') return `pack in ${query.get('language') ?? ''}`;
  if (path !== '/audit') return undefined;
  const page = query.has('before') ? held.olderAudit : held.audit;
  const actor = query.get('actor');
  return { ...page, entries: page.entries.filter(({ actor: { kind } }) => actor === null || actor === kind) };
}
