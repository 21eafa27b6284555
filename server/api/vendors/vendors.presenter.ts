import type {
  QuestionnaireState,
  ScopeRow,
  VendorDetails,
  VendorEvent,
  VendorRegister,
  VendorRow,
} from '../../../core/api/vendors.ts';
import { accessScope } from '../../../core/data/access-scopes.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import type { Day, Instant } from '../../../core/time.ts';
import type { Vendor } from '../../../core/vendors/vendor.ts';
import type { KeptFile } from '../../files/evidence-files.ts';
import type { LiveRegister } from '../../vendors/live-register.ts';
import { paperFileOwner, type StoredVendor } from '../../vendors/vendor-record.ts';
import { VENDOR_TEXTS, type VendorTexts } from '../../vendors/vendor-texts.ts';

const MOST_HISTORY = 200;

/** What is opened for one row: who answers for the vendor in the shop. */
function presentVendorRow(vendor: Vendor, owner: string | null, today: Day): VendorRow {
  const { found, entry } = vendor;
  const ends = (entry?.papers ?? []).flatMap(({ validUntil }) => validUntil ?? []).filter((day) => day >= today);
  return {
    ...{ id: vendor.id, name: vendor.name, kind: vendor.kind },
    ...{ isOurs: vendor.isOurs, isPlatform: vendor.isPlatform, isRecognised: vendor.isRecognised },
    ...{ isEntered: entry !== null, isNearPayment: vendor.facts.scripts === 'sensitive' },
    ...{ strength: found?.strength ?? null, risk: vendor.risk, nextStep: vendor.nextStep },
    ...{ dataClasses: entry?.dataClasses ?? [], owner },
    ...{ firstSeenAt: vendor.firstSeenAt, lastSeenAt: vendor.lastSeenAt, reviewedAt: entry?.reviewedAt ?? null },
    nextEndsOn: ends.sort()[0] ?? null,
  };
}

export async function presentRegister(
  { summary, vendors, records }: LiveRegister,
  { shop, texts, asOf }: { shop: string; texts: VendorTexts; asOf: Instant },
): Promise<VendorRegister> {
  const today = dayInIndia(asOf);
  const rows = vendors.map(async (vendor) => {
    const sealed = vendor.entry && records.get(vendor.entry.id)?.ownerSealed;
    const owner = await texts.open(shop, 'owner', vendor.entry?.id ?? '', sealed);
    return presentVendorRow(vendor, owner, today);
  });
  return {
    takenAt: summary?.asOf ?? null,
    vendors: await Promise.all(rows),
    sources: summary?.sources ?? [],
    themeReason: summary ? summary.themeReason : 'not-collected',
    storefrontReason: summary ? summary.storefrontReason : 'not-collected',
  };
}

/** What stands around one vendor, read by its service. */
export interface AroundDetails {
  readonly record: StoredVendor | null;
  readonly files: readonly KeptFile[];
  readonly questionnaire: QuestionnaireState;
  readonly history: readonly VendorEvent[];
}

export async function presentVendor(
  vendor: Vendor,
  { record, files, questionnaire, history }: AroundDetails,
  { shop, texts, asOf }: { shop: string; texts: VendorTexts; asOf: Instant },
): Promise<VendorDetails> {
  const said = await opened(shop, record, texts);
  const { found, entry } = vendor;
  const app = found?.app ?? null;
  return {
    ...presentVendorRow(vendor, said.owner, dayInIndia(asOf)),
    ...{ purpose: said.purpose, note: said.note, contact: said.contact },
    hosts: [...new Set([...(record?.hosts ?? []), ...(found?.hosts ?? [])])],
    handle: record?.handle ?? app?.handle ?? null,
    developer: app?.developer ?? null,
    privacyPolicyUrl: httpsOnly(app?.privacyPolicyUrl),
    appStoreUrl: httpsOnly(app?.appStoreUrl),
    traces: found?.traces ?? [],
    scopes: vendor.scopes && scopeRows(vendor.scopes, vendor.grownScopes),
    scopesFrom: vendor.scopesFrom,
    approval: said.approval,
    ...{ unusedSince: entry?.unusedSince ?? null, tokenMadeOn: entry?.tokenMadeOn ?? null },
    acceptedRisk: said.acceptedRisk,
    ...{ facts: vendor.facts, lowers: vendor.lowers },
    papers: (entry?.papers ?? []).map((paper) => {
      const file = files.find(({ owner }) => owner === paperFileOwner(paper.id));
      return {
        ...paper,
        hasFile: file !== undefined,
        fileName: file?.name ?? null,
        sizeBytes: file?.sizeBytes ?? null,
      };
    }),
    breaches: (entry?.breaches ?? []).map((breach) => ({ ...breach, note: said.notes.get(breach.id) ?? '' })),
    questionnaire,
    history: withFirstSight(history, vendor.firstSeenAt),
  };
}

/** What people wrote of one vendor. */
async function opened(shop: string, record: StoredVendor | null, texts: VendorTexts) {
  const id = record?._id.toString() ?? '';
  const [purpose = null, owner = null, contact = null, note = null] = await Promise.all(
    VENDOR_TEXTS.map((name) => texts.open(shop, name, id, record?.[`${name}Sealed`])),
  );
  const { approval, acceptedRisk, breaches = [] } = record ?? {};
  const notes = await Promise.all(
    breaches.map(async ({ id: breachId, noteSealed }) => {
      return [breachId, (await texts.open(shop, 'breach', breachId, noteSealed)) ?? ''] as const;
    }),
  );
  return {
    ...{ purpose, owner, contact, note, notes: new Map(notes) },
    approval: approval
      ? {
          ...{ at: approval.at.toISOString(), by: approval.by },
          reason: (await texts.open(shop, 'approval', id, approval.reasonSealed)) ?? '',
        }
      : null,
    acceptedRisk: acceptedRisk
      ? {
          ...{ until: acceptedRisk.until.toISOString(), by: acceptedRisk.by },
          reason: (await texts.open(shop, 'accepted-risk', id, acceptedRisk.reasonSealed)) ?? '',
        }
      : null,
  };
}

/** The gravest first; one that we do not know is not taken for a harmless one. */
function scopeRows(scopes: readonly string[], grown: readonly string[]): ScopeRow[] {
  return scopes
    .map((scope) => {
      const known = accessScope(scope);
      return {
        ...{ scope, sensitivity: known?.sensitivity ?? null, isStorefrontCode: known?.isStorefrontCode ?? false },
        isGrown: grown.includes(scope),
      };
    })
    .sort((a, b) => (b.sensitivity ?? 3) - (a.sensitivity ?? 3) || (a.scope < b.scope ? -1 : 1));
}

function withFirstSight(history: readonly VendorEvent[], firstSeenAt: Instant | null): VendorEvent[] {
  const sight: VendorEvent[] =
    firstSeenAt === null ? [] : [{ at: firstSeenAt, kind: 'found', by: 'prahari', about: null }];
  return [...history, ...sight].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_HISTORY);
}

const httpsOnly = (url: string | null | undefined): string | null => (url?.startsWith('https://') ? url : null);
