import { collectedValue, type Snapshot } from '../evidence/snapshot.ts';
import type { CalendarEntry, GstSummary, NoFigures, TaxAudit } from '../evidence/summaries.ts';
import { addDays } from '../gst/days.ts';
import { maskGstin } from '../gst/mask-gstin.ts';
import type { Day, Instant } from '../time.ts';
import type { ReportGst } from './weekly-report.ts';

/** The calendar of a report: what fell due since its week began, what is overdue, and two weeks more. */
export interface ReportFrame {
  readonly asOf: Instant;
  /** Days of the shop's calendar. */
  readonly monday: Day;
  readonly today: Day;
  readonly until: Day;
}

/** The State of GST: numbers masked, figures as the GST page has them. */
export function gstPart(snapshot: Snapshot, summary: GstSummary, frame: ReportFrame): ReportGst {
  const { taxAudit, hsn, calendar } = summary;
  const audit = isFigures(taxAudit) ? taxAudit : null;
  return {
    registrations: registrationsOf(snapshot, summary),
    orders: audit?.orders ?? null,
    wrongHeadPaise: audit?.wrongHeadPaise ?? null,
    states: audit ? wrongStates(audit) : [],
    hsn: isFigures(hsn)
      ? { variants: hsn.variants, withCode: hsn.withCode, missing: hsn.missing, wrong: hsn.wrong }
      : null,
    calendar: isFigures(calendar) ? shownEntries(calendar, frame) : [],
    reasons: reasonsOf(summary),
  };
}

/** Dates of the calendar that the report tells; all of them lie in the window, but for what is overdue. */
export function shownEntries(calendar: readonly CalendarEntry[], { monday, until }: ReportFrame): CalendarEntry[] {
  const from = addDays(monday, -7);
  return calendar
    .filter(({ dueOn, state }) => state === 'overdue' || (dueOn >= from && dueOn <= until))
    .map((entry) => ({ ...entry, gstin: maskGstin(entry.gstin) }));
}

export function isFigures<T extends object>(part: T | NoFigures): part is T {
  return !('reason' in part);
}

function registrationsOf(snapshot: Snapshot, { registry }: GstSummary): ReportGst['registrations'] {
  if (isFigures(registry)) {
    return registry.map(({ gstin, known, asked }) => ({
      ...{ gstin: maskGstin(gstin), state: gstin.slice(0, 2) },
      ...{ status: known?.record.status ?? null, askedAt: asked?.at ?? null },
    }));
  }
  const stated = collectedValue(snapshot, 'registrations') ?? [];
  return stated.map(({ gstin }) => ({
    ...{ gstin: maskGstin(gstin), state: gstin.slice(0, 2) },
    ...{ status: null, askedAt: null },
  }));
}

/** States of delivery with tax under a wrong head, most first. */
function wrongStates({ rows }: TaxAudit): ReportGst['states'] {
  const states = new Map<string, { deliveryState: string; wrongOrders: number; wrongPaise: number }>();
  for (const { deliveryState, wrongOrders, wrongPaise } of rows) {
    if (wrongOrders === 0) continue;
    const sum = states.get(deliveryState) ?? { deliveryState, wrongOrders: 0, wrongPaise: 0 };
    states.set(deliveryState, {
      deliveryState,
      wrongOrders: sum.wrongOrders + wrongOrders,
      wrongPaise: sum.wrongPaise + wrongPaise,
    });
  }
  return [...states.values()].sort(
    (a, b) => b.wrongPaise - a.wrongPaise || (a.deliveryState < b.deliveryState ? -1 : 1),
  );
}

function reasonsOf({ registry, taxAudit, hsn, calendar }: GstSummary): ReportGst['reasons'] {
  const parts = { registry, taxAudit, hsn, calendar };
  const missing = Object.entries(parts).filter(([, part]) => !isFigures<object>(part));
  return Object.fromEntries(missing);
}
