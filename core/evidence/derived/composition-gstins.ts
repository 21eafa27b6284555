import { judgeGstin } from '../../gst/gstin.ts';
import { successorOf } from '../../data/state-codes.ts';
import type { Registration } from '../kinds.ts';
import type { RegistryEntry } from '../registry.ts';
import type { TaxProfile } from '../tax-profile.ts';

interface Evidence {
  readonly registrations: readonly Registration[];
  readonly taxProfile?: TaxProfile;
  readonly registry?: readonly RegistryEntry[];
}

/** The merchant's registrations under the composition scheme. */
export function compositionGstins(evidence: Evidence): { readonly gstin: string; readonly state: string }[] {
  const found: { gstin: string; state: string }[] = [];
  for (const registration of evidence.registrations) {
    const verdict = judgeGstin(registration.gstin);
    if (!verdict.ok || isComposition(verdict.gstin, evidence) !== true) continue;
    found.push({ gstin: verdict.gstin, state: successorOf(verdict.stateCode) ?? verdict.stateCode });
  }
  return found;
}

/**
 * Whether the registry or the merchant says so: one word is enough, since whoever is wrong has to be put right. Null
 * when neither has told.
 */
export function isComposition(
  gstin: string,
  { taxProfile, registry }: Omit<Evidence, 'registrations'>,
): boolean | null {
  const kind = registry?.find((entry) => entry.gstin === gstin)?.known?.record.taxpayerKind ?? null;
  const scheme = taxProfile?.registrations.find((stated) => stated.gstin === gstin)?.scheme ?? null;
  if (kind === 'composition' || scheme === 'composition') return true;
  return kind === null && scheme === null ? null : false;
}
