import type { GstHome } from '../../../core/api/gst.ts';
import type { RegistrationRow } from '../../../core/api/settings.ts';
import type { TaxpayerKind } from '../../../core/evidence/registry.ts';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';

/** Not returns: these stand in the calendar without a scheme. */
const OTHER_FORMS = ['LUT', 'BANK'];
/** Others file returns of their own kind, which the calendar does not know. */
const ORDINARY: readonly (TaxpayerKind | null)[] = ['regular', 'composition', 'sez', null];

/** The registrations whose returns wait for the merchant to state the scheme, or how often it files. */
export function withoutDates(
  rows: readonly RegistrationRow[],
  { profile, registry }: Pick<GstHome, 'profile' | 'registry'>,
  calendar: readonly CalendarEntry[],
): readonly RegistrationRow[] {
  return rows.filter(({ gstin }) => {
    const stated = profile.registrations.find((one) => one.gstin === gstin);
    const record = registry.find((one) => one.gstin === gstin)?.known?.record;
    const isOpen = (stated?.scheme ?? null) === null || (stated?.scheme === 'regular' && stated.filing === null);
    const isOrdinary = ORDINARY.includes(record?.taxpayerKind ?? null) && record?.status !== 'cancelled';
    const hasReturns = calendar.some((entry) => entry.gstin === gstin && !OTHER_FORMS.includes(entry.form));
    return isOpen && isOrdinary && !hasReturns;
  });
}
