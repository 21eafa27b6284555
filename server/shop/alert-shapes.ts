import type { AlertDetail, AlertSummary } from '../../core/api/alerts.ts';
import type { TextData } from '../../core/text.ts';
import type { AlertRecord } from '../models/alert.ts';

type Stored = AlertRecord & { readonly _id: { toString(): string } };

export function alertSummary(record: Omit<Stored, 'history'>): AlertSummary {
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
  };
}

export function alertDetail(record: Stored): AlertDetail {
  return {
    ...alertSummary(record),
    snapshotId: record.snapshotId,
    rung: record.rung ?? null,
    suppressReason: record.suppressReason ?? null,
    history: record.history.map(({ kind, at, by, reason }) => ({
      kind,
      at: at.toISOString(),
      by,
      ...(reason != null && { reason }),
    })),
  };
}
