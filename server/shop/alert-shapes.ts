import type { AlertDetail, AlertEvent, AlertSummary } from '../../core/api/alerts.ts';
import type { TextData } from '../../core/text.ts';
import type { AlertRecord } from '../models/alert.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

export type StoredAlert = AlertRecord & { readonly _id: { toString(): string } };

/** A comment as it is stored, by its id in the alert's `comments`. */
export interface StoredComment {
  readonly at: Date;
  readonly by: string;
  readonly textSealed: string;
}

export const reasonPlace = (alertId: string) => ({ collection: 'alerts', field: 'reason', id: alertId });
export const commentPlace = (commentId: string) => ({ collection: 'alerts', field: 'comment', id: commentId });

export const commentsOf = (record: Pick<AlertRecord, 'comments'>): Readonly<Record<string, StoredComment>> =>
  (record.comments ?? {}) as Record<string, StoredComment>;

export function alertSummary(record: Omit<StoredAlert, 'history'>): AlertSummary {
  return {
    id: record._id.toString(),
    checkId: record.checkId,
    messageId: record.messageId,
    data: record.data as TextData,
    subject: record.subject,
    area: record.area,
    severity: record.severity,
    status: record.status,
    atStakePaise: record.atStakePaise ?? null,
    adminPath: record.adminPath ?? null,
    firstObservedAt: record.firstObservedAt.toISOString(),
    lastObservedAt: record.lastObservedAt.toISOString(),
    resolvedAt: record.resolvedAt?.toISOString() ?? null,
    suppressedUntil: record.suppressedUntil?.toISOString() ?? null,
    suppression: record.status === 'suppressed' ? (record.suppression ?? 'can-wait') : null,
    dueOn: record.dueOn ?? null,
    assigneeId: record.assigneeId ?? null,
  };
}

/** The alert with its record. Opens what people wrote; comments only where the reader may read them. */
export async function alertDetail(
  record: StoredAlert,
  { cipher, mayReadComments }: { readonly cipher: FieldCipher; readonly mayReadComments: boolean },
): Promise<AlertDetail> {
  const { shop } = record;
  const id = record._id.toString();
  const opened = new Map<string, string>();
  const open = async (sealed: string): Promise<string> => {
    const known = opened.get(sealed) ?? (await cipher.open(shop, reasonPlace(id), sealed));
    opened.set(sealed, known);
    return known;
  };
  const reasonOf = async (sealed: string | null | undefined, plain: string | null | undefined) =>
    sealed == null ? (plain ?? null) : open(sealed);

  const events: AlertEvent[] = [];
  for (const event of record.history) {
    const reason = await reasonOf(event.reasonSealed, event.reason);
    events.push({
      kind: event.kind,
      at: event.at.toISOString(),
      by: event.by,
      ...(reason !== null && { reason }),
      ...(event.suppression != null && { suppression: event.suppression }),
      ...(event.until != null && { until: event.until.toISOString() }),
      ...(event.personId != null && { personId: event.personId }),
    });
  }
  for (const [commentId, { at, by, textSealed }] of Object.entries(commentsOf(record))) {
    const text = mayReadComments ? await cipher.open(shop, commentPlace(commentId), textSealed) : null;
    events.push({ kind: 'commented', at: at.toISOString(), by, commentId, text });
  }
  return {
    ...alertSummary(record),
    snapshotId: record.snapshotId,
    rung: record.rung ?? null,
    suppressReason: await reasonOf(record.suppressReasonSealed, record.suppressReason),
    history: events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}
