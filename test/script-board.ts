import type { ScriptBoard, ScriptChangeRow, ScriptDecisionRow, ScriptLogRow, ScriptRow } from '../core/api/scripts.ts';

/** An invented vendor's script on an invented shop, as the answers of the server carry it. */
export const REVIEWS = 'https://cdn.reviews.example/widget.js';
export const CHECKED_AT = '2026-11-22T06:30:00.000Z';
const BEFORE = '2026-11-01T06:30:00.000Z';
export const OLD_HASH = 'sha256-D6IGS8VMvCoyaR/l0h9tERrBTATY01CoPS7l6xDv0kI=';
export const NEW_HASH = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

export function aDecisionRow(parts: Partial<ScriptDecisionRow> = {}): ScriptDecisionRow {
  return {
    identity: REVIEWS,
    lineage: REVIEWS,
    verdict: 'approved',
    pageKinds: ['home', 'product'],
    hash: OLD_HASH,
    coversNewTexts: false,
    hasOwner: true,
    hasReason: true,
    decidedAt: BEFORE,
    decidedBy: '901',
    owner: 'Marketing',
    reason: 'Shows reviews under each product.',
    ...parts,
  };
}

export function aScriptRow(parts: Partial<ScriptRow> = {}): ScriptRow {
  return {
    identity: REVIEWS,
    what: 'script',
    origin: 'vendor',
    address: REVIEWS,
    host: 'cdn.reviews.example',
    scheme: 'https',
    hash: OLD_HASH,
    hasIntegrity: false,
    isModule: false,
    vendorKey: 'host:cdn.reviews.example',
    namesHosts: [],
    behaviours: [],
    pageKinds: ['home', 'product'],
    place: 'invented-shop.example/',
    asks: [],
    seenBy: 'visit',
    vendorName: 'Invented Reviews',
    vendorId: 'f-aG9zdDpjZG4ucmV2aWV3cy5leGFtcGxl',
    decision: null,
    firstSeenAt: BEFORE,
    ...parts,
  };
}

/** A script of the shop itself. */
export function anOwnScriptRow(parts: Partial<ScriptRow> = {}): ScriptRow {
  const address = 'https://invented-shop.example/cdn/shop/t/1/assets/theme.js';
  return aScriptRow({
    ...{ identity: address, address, origin: 'own', host: 'invented-shop.example' },
    ...{ vendorKey: null, vendorName: null, vendorId: null },
    ...parts,
  });
}

export function aChangeRow(parts: Partial<ScriptChangeRow> = {}): ScriptChangeRow {
  return {
    kind: 'new',
    identity: REVIEWS,
    item: aScriptRow(),
    decision: null,
    since: CHECKED_AT,
    fromHash: null,
    toHash: OLD_HASH,
    fromIdentity: null,
    vendorName: 'Invented Reviews',
    vendorId: 'f-aG9zdDpjZG4ucmV2aWV3cy5leGFtcGxl',
    hasDiff: false,
    ...parts,
  };
}

export function aScriptLogRow(parts: Partial<ScriptLogRow> = {}): ScriptLogRow {
  return {
    at: BEFORE,
    kind: 'approved',
    identity: REVIEWS,
    by: '901',
    fromHash: null,
    toHash: OLD_HASH,
    reason: 'Shows reviews under each product.',
    ...parts,
  };
}

/** Five pages read whole, one new script of a vendor, one of the shop. */
export function aScriptBoard(parts: Partial<ScriptBoard> = {}): ScriptBoard {
  return {
    takenAt: CHECKED_AT,
    reason: null,
    pages: (['home', 'collection', 'product', 'cart', 'account'] as const).map((kind) => ({
      place: `invented-shop.example/${kind === 'home' ? '' : kind}`,
      kind,
      isPartial: false,
    })),
    items: [aScriptRow(), anOwnScriptRow()],
    changes: [aChangeRow()],
    beacon: { isOn: false, seen: [] },
    ...parts,
  };
}
