import type { EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { UnavailableReason } from '../../../core/evidence/snapshot.ts';
import type { NotAssessedReason } from '../../../core/judgement.ts';

/** The one thing that would let a control be assessed. */
export type NextAct =
  | { readonly kind: 'allow'; readonly scopes: readonly string[] }
  | { readonly kind: 'answer' }
  | { readonly kind: 'go'; readonly url: string; readonly label: NextPlace }
  | { readonly kind: 'check' }
  | { readonly kind: 'none' };

export type NextPlace =
  'people' | 'team' | 'provider' | 'numbers' | 'theme' | 'signature' | 'gst' | 'domains' | 'vendors' | 'scripts';

/** Our own page on which the merchant brings a kind of evidence, or brings it again. */
const PLACES: Readonly<Partial<Record<EvidenceKind, { readonly url: string; readonly label: NextPlace }>>> = {
  people: { url: '/people', label: 'people' },
  selfChecks: { url: '/people', label: 'team' },
  dataSample: { url: '/stored-numbers', label: 'numbers' },
  fileScans: { url: '/stored-numbers', label: 'numbers' },
  themeBaseline: { url: '/security/5#theme-baseline', label: 'theme' },
  registrations: { url: '/settings', label: 'gst' },
  registry: { url: '/gst', label: 'gst' },
  taxProfile: { url: '/gst', label: 'gst' },
  vendorBook: { url: '/vendors', label: 'vendors' },
  scriptBook: { url: '/vendors/scripts', label: 'scripts' },
};

/** What another check brings by itself. */
const COMES_WITH_A_CHECK: ReadonlySet<UnavailableReason> = new Set([
  'token-refused',
  'throttled',
  'timed-out',
  'unreachable',
  'not-asked',
  'not-collected',
]);

/** Whoever hears of a defect of ours has nothing to do. */
const IS_OURS: ReadonlySet<string> = new Set(['check-failed', 'collector-failed', 'unexpected-shape']);

export function nextAct(reason: NotAssessedReason): NextAct {
  if (!('kind' in reason) || IS_OURS.has(reason.reason)) return { kind: 'none' };
  if (reason.reason === 'not-permitted' && reason.missingScopes.length > 0) {
    return { kind: 'allow', scopes: reason.missingScopes };
  }
  if (reason.kind === 'attestations') return { kind: 'answer' };
  if (reason.reason === 'blocked') return { kind: 'go', url: '/settings', label: 'signature' };
  if (reason.reason === 'not-connected' && reason.kind === 'people') {
    return { kind: 'go', url: '/settings', label: 'provider' };
  }
  if (COMES_WITH_A_CHECK.has(reason.reason)) return { kind: 'check' };
  const place = PLACES[reason.kind];
  return place ? { kind: 'go', ...place } : { kind: 'none' };
}
