import type { BuyerCompany, BuyerOrderState } from '../../core/api/buyer-gstin.ts';
import { GSTIN_REASON_TEXTS } from '../../core/gst/gstin-texts.ts';
import type { GstinReason } from '../../core/gst/gstin.ts';
import type { Text } from '../../core/text.ts';
import type { Answer, Failure } from './admin-api.ts';

/** What went wrong when a buyer's number was sent, as far as the buyer can do something about it. */
export type SendingProblem = 'offline' | 'signed-out' | 'busy' | 'closed' | 'not-open' | 'refused' | 'fault';

/** `refused` is about the number itself; `closed` and `not-open` are about the order, and no number will help. */
export function sendingProblem({ kind, problem }: Failure): SendingProblem {
  if (problem?.type === 'not-open') return 'not-open';
  if (kind === 'offline' || kind === 'signed-out' || kind === 'busy' || kind === 'fault') return kind;
  if (kind === 'gone' || kind === 'denied') return 'closed';
  return problem?.type === 'too-late' || problem?.type === 'conflict' ? 'closed' : 'refused';
}

/** What the server holds against the number; null: it did not say in words of ours. */
export function refusedFor({ problem }: Failure): Text | null {
  const reason = problem?.fields?.gstin;
  return reason !== undefined && isReason(reason) ? GSTIN_REASON_TEXTS[reason] : null;
}

/** Reasons that need no part of the number for their words. */
function isReason(reason: string): reason is GstinReason {
  return Object.hasOwn(GSTIN_REASON_TEXTS, reason) && reason !== 'bad_charset' && reason !== 'bad_length';
}

/** The answer as it was promised; any other counts as none. */
export function orderStateIn(answer: Answer<BuyerOrderState>): BuyerOrderState | null {
  if (answer.kind !== 'ok') return null;
  const { gstin, mayGive } = answer.value;
  return isTextOrNull(gstin) && typeof mayGive === 'boolean' ? { gstin, mayGive } : null;
}

/** As `orderStateIn`, of a company's location. */
export function companyIn(answer: Answer<BuyerCompany>): BuyerCompany | null {
  if (answer.kind !== 'ok') return null;
  const { locationName, gstin, verdict, mayChange } = answer.value;
  const isWhole = typeof locationName === 'string' && isTextOrNull(gstin) && typeof mayChange === 'boolean';
  return isWhole ? { locationName, gstin, verdict: verdict ?? null, mayChange } : null;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
