import type { GstHome, LookUpState } from '../../core/api/gst.ts';
import type { RegistryEntry, RegistryRecord } from '../../core/evidence/registry.ts';
import type { GstSummary, HsnCoverage, StatePlaces, TaxAudit } from '../../core/evidence/summaries.ts';
import type { StatedRegistration, TaxProfile } from '../../core/evidence/tax-profile.ts';
import { NOW } from './factories.ts';

/** An invented registration of Maharashtra, as in the other factories. */
export const GSTIN = '27AAPFU0939F1ZV';

export function aRecord(parts: Partial<RegistryRecord> = {}): RegistryRecord {
  return {
    legalName: 'Meera Invented',
    tradeName: 'Invented Weaves',
    status: 'active',
    taxpayerKind: 'regular',
    constitution: 'Proprietorship',
    registeredOn: '2020-07-01',
    cancelledOn: null,
    principal: { pin: '400001', stateCode: '27' },
    additional: [],
    isEInvoicing: false,
    isBlockedForEwayBill: null,
    lastUpdatedOn: null,
    ...parts,
  };
}

export function anEntry(parts: Partial<RegistryEntry> = {}): RegistryEntry {
  return {
    gstin: GSTIN,
    known: { record: aRecord(), service: 'setu', learnedAt: '2026-11-22T11:10:00.000Z' },
    asked: { service: 'setu', at: '2026-11-22T11:10:00.000Z', outcome: 'known' },
    changes: [],
    returns: null,
    ...parts,
  };
}

export function aProfile(parts: Partial<TaxProfile> = {}): TaxProfile {
  return {
    turnover: null,
    isUnregistered: null,
    sellsForOthers: null,
    registrations: [aStated()],
    ...parts,
  };
}

export function aStated(parts: Partial<StatedRegistration> = {}): StatedRegistration {
  return {
    gstin: GSTIN,
    scheme: null,
    filing: null,
    registeredOn: null,
    hasBankAccount: null,
    lutYears: [],
    ...parts,
  };
}

export function someLookUps(parts: Partial<LookUpState> = {}): LookUpState {
  return {
    service: 'setu',
    isTestMode: false,
    keyEnding: '…x7Qa',
    connectedAt: '2026-11-20T11:10:00.000Z',
    callsToday: 3,
    budgetPerDay: 50,
    pausedUntil: null,
    ...parts,
  };
}

export function noLookUps(): LookUpState {
  return someLookUps({ service: null, keyEnding: null, connectedAt: null, callsToday: 0 });
}

export function somePlaces(): readonly StatePlaces[] {
  return [
    {
      state: '27',
      isRegistered: true,
      locations: [
        {
          id: 'gid://shopify/Location/1',
          name: 'Andheri shop',
          pin: '400058',
          fulfillsOnlineOrders: true,
          isOnRegistration: true,
        },
        {
          id: 'gid://shopify/Location/2',
          name: 'Bhiwandi depot',
          pin: '421302',
          fulfillsOnlineOrders: true,
          isOnRegistration: false,
        },
      ],
    },
    {
      state: '29',
      isRegistered: false,
      locations: [
        {
          id: 'gid://shopify/Location/3',
          name: 'Hosur Road depot',
          pin: '560100',
          fulfillsOnlineOrders: true,
          isOnRegistration: null,
        },
      ],
    },
  ];
}

/** 14 orders to Karnataka with CGST and SGST instead of IGST, and others as due. */
export function anAudit(parts: Partial<TaxAudit> = {}): TaxAudit {
  const row = { dispatchState: '27', lastWrongAt: null, lastRightAt: NOW, wrongOrders: 0, wrongPaise: 0 } as const;
  return {
    since: '2026-09-23T06:30:00.000Z',
    orders: 1_204,
    ordersJudged: 1_190,
    moreOrders: 0,
    taxChargedPaise: 1_23_45_600,
    wrongHeadPaise: 6_32_000,
    rows: [
      { ...row, deliveryState: '27', expected: 'cgst-sgst', charged: 'cgst-sgst', orders: 900, taxPaise: 90_00_000 },
      {
        ...row,
        deliveryState: '29',
        expected: 'igst',
        charged: 'cgst-sgst',
        orders: 20,
        wrongOrders: 14,
        taxPaise: 9_00_000,
        wrongPaise: 6_32_000,
        lastWrongAt: '2026-11-12T06:30:00.000Z',
      },
      { ...row, deliveryState: '96', expected: 'none', charged: 'none', orders: 3, taxPaise: 0 },
    ],
    ...parts,
  };
}

export function someHsn(parts: Partial<HsnCoverage> = {}): HsnCoverage {
  return {
    variants: 1_000,
    withCode: 999,
    missing: 1,
    wrong: 1,
    digitsNeeded: 4,
    listImportedOn: null,
    moreProducts: 0,
    open: [
      { productId: 'gid://shopify/Product/7', product: 'Tussar saree', variant: 'Red', code: null, problem: 'missing' },
      { productId: 'gid://shopify/Product/8', product: 'Brass lamp', variant: null, code: '830', problem: 'malformed' },
    ],
    ...parts,
  };
}

export function aSummary(parts: Partial<GstSummary> = {}): GstSummary {
  const due = { gstin: GSTIN, filedOn: null, isVerified: true } as const;
  return {
    asOf: NOW,
    registry: [anEntry()],
    places: somePlaces(),
    taxAudit: anAudit(),
    hsn: someHsn(),
    calendar: [
      { ...due, dueOn: '2026-10-11', form: 'GSTR-1', period: '2026-09', state: 'filed', filedOn: '2026-10-10' },
      { ...due, dueOn: '2026-12-11', form: 'GSTR-1', period: '2026-11', state: 'upcoming' },
      { ...due, dueOn: '2026-11-20', form: 'GSTR-3B', period: '2026-10', state: 'overdue' },
      { ...due, dueOn: '2027-03-31', form: 'LUT', period: '2027-28', state: 'upcoming', isVerified: false },
    ],
    ...parts,
  };
}

export function aGstHome(parts: Partial<GstHome> = {}): GstHome {
  return { summary: aSummary(), registry: [anEntry()], profile: aProfile(), lookUps: someLookUps(), ...parts };
}
