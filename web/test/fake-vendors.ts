import type {
  NewPaper,
  VendorDetails,
  VendorEvent,
  VendorEventKind,
  VendorFields,
  VendorRegister,
} from '../../core/api/vendors.ts';
import { NOW } from './factories.ts';
import { aVendorRegister, someDetails, VENDOR_PREVIEW } from './vendor-factories.ts';

export interface HeldVendors {
  /** Whom the register holds; `vendorRegister` says the rest of its answer. */
  vendors: VendorDetails[];
  vendorRegister: Partial<VendorRegister>;
  /** Entries that were removed and can come back. */
  removedVendors: VendorDetails[];
  /** Lists as they were sent. */
  sentVendorLists: string[];
}

const ENTERED_ID = 'e'.repeat(24);

export const VENDOR_FOLDERS: readonly string[] = ['vendors', 'vendors.csv'];

/** The routes of the register of vendors; undefined for those that are not. */
export function vendorRoute(held: HeldVendors, method: string, path: string, body: unknown): unknown {
  const [, folder, id, part, sub, last] = path.split('/').map(decodeURIComponent);
  if (folder === 'vendors.csv') return 'Vendor\r\n';
  if (id === undefined) {
    if (method === 'GET') return aVendorRegister(held.vendors, held.vendorRegister);
    return method === 'POST' ? added(held, body as VendorFields) : undefined;
  }
  if (id === 'import') return importRoute(held, part, sub, body);
  if (id === 'merge') return merged(held, body as { into: string; from: string });
  const vendor = held.vendors.find((one) => one.id === id);
  const change = (parts: Partial<VendorDetails>, kind: VendorEventKind) => keep(held, id, parts, kind);
  const what = `${method} ${part ?? ''}`.trim();
  if (what === 'POST restore') return restored(held, id);
  if (!vendor) return undefined;
  switch (what) {
    case 'GET':
      return vendor;
    case 'PATCH':
      return changed(held, vendor, body as Partial<VendorFields>);
    case 'DELETE':
      held.vendors = held.vendors.filter((one) => one !== vendor);
      held.removedVendors.push(vendor);
      return { undoUntil: NOW };
    case 'POST approve':
      return change({ approval: { at: NOW, by: '1001', reason: (body as { reason: string }).reason } }, 'approved');
    case 'POST review':
      return change({ reviewedAt: NOW }, 'reviewed');
    case 'PUT accepted-risk': {
      const { reason, until } = body as { reason: string; until: string };
      return change({ acceptedRisk: { by: '1001', reason, until: `${until}T18:29:59.999Z` } }, 'risk-accepted');
    }
    case 'DELETE accepted-risk':
      return change({ acceptedRisk: null }, 'risk-acceptance-ended');
    case 'POST breaches':
      return breachRoute(held, vendor, sub, body);
    case 'POST papers': {
      const paper = { ...(body as NewPaper), id: `paper-${vendor.papers.length + 1}`, hasFile: false };
      change({ papers: [...vendor.papers, { ...paper, fileName: null, sizeBytes: null }] }, 'paper-added');
      return paper;
    }
    case 'DELETE papers':
      return change({ papers: vendor.papers.filter((paper) => paper.id !== sub) }, 'paper-removed');
    case 'POST questionnaire':
      return questionnaireRoute(held, vendor, last);
    case 'DELETE questionnaire':
      return change({ questionnaire: { ...vendor.questionnaire, linkEndsAt: null } }, 'changed');
    case 'GET letter':
      return { subject: 'Papers for Surahi Sarees', text: 'Namaste,\nwe ask for your report.' };
    default:
      return undefined;
  }
}

function keep(held: HeldVendors, id: string, parts: Partial<VendorDetails>, kind: VendorEventKind): null {
  const event: VendorEvent = { at: NOW, kind, by: '1001', about: null };
  held.vendors = held.vendors.map((one) =>
    one.id === id ? { ...one, ...parts, history: [event, ...one.history] } : one,
  );
  return null;
}

function added(held: HeldVendors, { scopes: _scopes, ...fields }: VendorFields): VendorDetails {
  const vendor = someDetails({ ...fields, id: ENTERED_ID, traces: [], scopes: null, scopesFrom: null });
  held.vendors = [...held.vendors, vendor];
  return vendor;
}

/** A vendor that was only found is taken over, and has an id of its own from then on. */
function changed(held: HeldVendors, vendor: VendorDetails, { scopes: _scopes, ...fields }: Partial<VendorFields>) {
  const id = vendor.isEntered ? vendor.id : ENTERED_ID;
  const after = { ...vendor, ...fields, id, isEntered: true };
  held.vendors = held.vendors.map((one) => (one === vendor ? after : one));
  return after;
}

function merged(held: HeldVendors, { into, from }: { into: string; from: string }) {
  const papers = held.vendors.find(({ id }) => id === from)?.papers ?? [];
  held.vendors = held.vendors
    .filter(({ id }) => id !== from)
    .map((one) => (one.id === into ? { ...one, papers: [...one.papers, ...papers] } : one));
  return held.vendors.find(({ id }) => id === into);
}

function restored(held: HeldVendors, id: string): unknown {
  const vendor = held.removedVendors.find((one) => one.id === id);
  if (!vendor) return undefined;
  held.vendors = [...held.vendors, vendor];
  return vendor;
}

function importRoute(held: HeldVendors, act: string | undefined, part: string | undefined, body: unknown): unknown {
  if (part === 'undo') return null;
  held.sentVendorLists.push((body as { text: string }).text);
  return act === 'preview' ? VENDOR_PREVIEW : { importId: 'import-1', added: 1, updated: 1 };
}

function breachRoute(held: HeldVendors, vendor: VendorDetails, breachId: string | undefined, body: unknown): null {
  if (breachId === undefined) {
    const breach = { ...(body as { happenedOn: string; note: string }), id: 'breach-1', notedAt: NOW, closedAt: null };
    return keep(held, vendor.id, { breaches: [...vendor.breaches, breach] }, 'breach-noted');
  }
  const breaches = vendor.breaches.map((one) => (one.id === breachId ? { ...one, closedAt: NOW } : one));
  return keep(held, vendor.id, { breaches }, 'breach-closed');
}

function questionnaireRoute(held: HeldVendors, vendor: VendorDetails, act: string | undefined): unknown {
  const { questionnaire } = vendor;
  if (act === 'review') {
    const versions = questionnaire.versions.map((one) => ({ ...one, reviewedAt: NOW, reviewedBy: '1001' }));
    return keep(held, vendor.id, { questionnaire: { ...questionnaire, versions } }, 'questionnaire-reviewed');
  }
  const linkEndsAt = '2026-12-06T13:10:00.000Z';
  keep(held, vendor.id, { questionnaire: { ...questionnaire, linkEndsAt } }, 'questionnaire-sent');
  return { url: `https://prahari.example/vendor-questions#once-${vendor.id}`, expiresAt: linkEndsAt };
}
