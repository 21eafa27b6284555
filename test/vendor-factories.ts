import type { BeaconBook, ScriptBook, ScriptDecision, ScriptSighting } from '../core/evidence/scripts.ts';
import { lineageOf } from '../core/scripts/script-identity.ts';
import type {
  ApiTrace,
  AppRecord,
  VendorBook,
  VendorEntry,
  VendorPaper,
  VendorTraces,
} from '../core/evidence/vendors.ts';
import { API_TRACE_SOURCES } from '../core/evidence/vendors.ts';
import { YESTERDAY } from './security-factories.ts';

/** Every source was read and told of nobody. */
export function someVendorTraces(over: Partial<VendorTraces> = {}): VendorTraces {
  return {
    sources: API_TRACE_SOURCES.map((source) => ({ source, state: 'read', missingScopes: [], isPartial: false })),
    traces: [],
    ...over,
  };
}

export function anApiTrace(over: Partial<ApiTrace> = {}): ApiTrace {
  return {
    source: 'orders',
    name: 'Invented Parcel',
    handle: null,
    appId: '101',
    host: null,
    isActive: null,
    count: 1,
    lastAt: YESTERDAY,
    ...over,
  };
}

export function anAppRecord(over: Partial<AppRecord> = {}): AppRecord {
  return {
    handle: 'invented-reviews',
    appId: '202',
    title: 'Invented Reviews',
    developer: 'Invented Firm',
    madeBy: 'partner',
    scopes: ['read_products'],
    privacyPolicyUrl: 'https://reviews.example/privacy',
    appStoreUrl: null,
    ...over,
  };
}

export function aVendorPaper(over: Partial<VendorPaper> = {}): VendorPaper {
  return { id: 'd1', kind: 'soc2-type2', validUntil: '2027-06-30', hasFile: true, ...over };
}

/** A vendor that somebody approved, with everything on file. */
export function aVendorEntry(over: Partial<VendorEntry> = {}): VendorEntry {
  return {
    id: 'a'.repeat(24),
    name: 'Invented Reviews',
    kind: 'app',
    keys: ['app:invented-reviews'],
    hasPurpose: true,
    hasOwner: true,
    dataClasses: ['business'],
    statedScopes: null,
    approval: { at: YESTERDAY, by: '1001', scopes: ['read_products'] },
    reviewedAt: YESTERDAY,
    unusedSince: null,
    tokenMadeOn: null,
    hasContact: true,
    papers: [aVendorPaper(), aVendorPaper({ id: 'd2', kind: 'contract', validUntil: null })],
    questionnaire: null,
    acceptedRiskUntil: null,
    breaches: [],
    addedAt: YESTERDAY,
    ...over,
  };
}

export function aVendorBook(over: Partial<VendorBook> = {}): VendorBook {
  return { entries: [], sightings: [], ...over };
}

export function aScriptSighting(over: Partial<ScriptSighting> = {}): ScriptSighting {
  return {
    identity: 'https://reviews.example/widget.js',
    pageKinds: ['home'],
    hash: null,
    firstSeenAt: YESTERDAY,
    lastSeenAt: YESTERDAY,
    hashSeenAt: YESTERDAY,
    ...{ goneAt: null, nearPaymentAt: null },
    ...over,
  };
}

export function aScriptDecision(over: Partial<ScriptDecision> = {}): ScriptDecision {
  const identity = over.identity ?? 'https://reviews.example/widget.js';
  return {
    identity,
    lineage: lineageOf(identity),
    verdict: 'approved',
    pageKinds: ['home'],
    hash: null,
    coversNewTexts: false,
    hasOwner: true,
    hasReason: true,
    decidedAt: YESTERDAY,
    decidedBy: '1001',
    ...over,
  };
}

export function aBeaconBook(over: Partial<BeaconBook> = {}): BeaconBook {
  return { isOn: false, seen: [], ...over };
}

export function aScriptBook(over: Partial<ScriptBook> = {}): ScriptBook {
  return { sightings: [], decisions: [], lastComparedAt: YESTERDAY, beacon: aBeaconBook(), ...over };
}
