import { describe, expect, it } from '@jest/globals';
import { aVendorRow, someFacts } from '../../test/vendor-factories.ts';
import { vendorRisk } from '../../../core/vendors/risk.ts';
import {
  assuranceBand,
  DIRECTIONS,
  exposureBand,
  paramsOf,
  queryOf,
  stepsToTake,
  VENDOR_SORTS,
  vendorsOf,
  type VendorQuery,
} from './register.ts';

const risk = (parts: Partial<ReturnType<typeof vendorRisk>> = {}) => ({ ...vendorRisk(someFacts()), ...parts });
const QUERY = queryOf(new URLSearchParams());

const LOW = aVendorRow({
  id: 'low',
  name: 'banyan',
  risk: risk({ risk: 12, riskClass: 'low', exposure: 0.2, assurance: 0.8 }),
  nextStep: null,
  owner: null,
  strength: null,
  lastSeenAt: null,
});
const HIGH = aVendorRow({
  id: 'high',
  name: 'Asoka',
  risk: risk({ risk: 71, riskClass: 'high', exposure: 0.7, assurance: 0.1 }),
  nextStep: 'approve',
  owner: 'Zoya Invented',
  strength: 'weak',
  lastSeenAt: '2026-11-20T00:00:00.000Z',
});
const UNKNOWN = aVendorRow({
  id: 'unknown',
  name: 'cdn.nobody.example',
  risk: risk({ risk: 71, riskClass: 'high', exposure: 0.69, assurance: 0 }),
  isEntered: false,
  nextStep: 'identify',
  owner: 'Asha Invented',
  strength: 'strong',
  lastSeenAt: '2026-11-22T00:00:00.000Z',
});
const SHOPIFY = aVendorRow({ id: 'shopify', name: 'Shop', isPlatform: true, isEntered: false, nextStep: null });
const ALL = [LOW, HIGH, UNKNOWN, SHOPIFY];

const shown = (change: Partial<VendorQuery>) => vendorsOf(ALL, { ...QUERY, ...change }).map(({ id }) => id);

describe('bands of the plot', () => {
  it.each([
    [0, 'low'],
    [0.3999, 'low'],
    [0.4, 'medium'],
    [0.6999, 'medium'],
    [0.7, 'high'],
    [1, 'high'],
  ])('exposure %s: %s', (exposure, band) => {
    expect(exposureBand({ risk: risk({ exposure }) })).toBe(band);
  });

  it.each([
    [{ assurance: 0 }, {}, 'little'],
    [{ assurance: 0.3999 }, {}, 'little'],
    [{ assurance: 0.4 }, {}, 'some'],
    [{ assurance: 0.75 }, {}, 'good'],
    // A number that nobody fed is no number.
    [{ assurance: 0 }, { isEntered: false }, 'unknown'],
    [{ assurance: 1 }, { isEntered: false }, 'unknown'],
    [{ assurance: 0.2 }, { isEntered: false, isOurs: true }, 'little'],
  ] as const)('%o of a vendor %o: %s', (term, row, band) => {
    expect(assuranceBand(aVendorRow({ ...row, risk: risk(term) }))).toBe(band);
  });
});

describe('the register', () => {
  it.each([
    ['by the gravest risk, equal ones by name', {}, ['shopify', 'high', 'unknown', 'low']],
    ['turned round', { isTurned: true }, ['low', 'high', 'unknown', 'shopify']],
    ['by name, whatever its case', { sort: 'name' }, ['high', 'low', 'unknown', 'shopify']],
    ['by the strongest trace, no trace last', { sort: 'strength' }, ['unknown', 'shopify', 'high', 'low']],
    ['by the newest sight, never seen last', { sort: 'seen' }, ['unknown', 'shopify', 'high', 'low']],
    ['by person, nobody last', { sort: 'owner' }, ['unknown', 'shopify', 'high', 'low']],
    ['by urgency, nothing to do last', { sort: 'step' }, ['unknown', 'high', 'low', 'shopify']],
    ['one step', { step: 'approve' }, ['high']],
    ['nothing to do', { step: 'none' }, ['shopify', 'low']],
    ['one class', { risk: 'low' }, ['low']],
    ['a name', { q: ' ASOKA ' }, ['high']],
    ['a person', { q: 'zoya' }, ['high']],
    ['one cell of the plot, in which Shopify has no place', { exposure: 'high' }, ['high']],
    ['the column of those whom nobody knows', { assurance: 'unknown' }, ['unknown']],
    ['nobody', { q: '(' }, []],
  ] as const)('%s', (_, change, ids) => {
    expect(shown(change)).toEqual(ids);
  });

  it('offers the steps that somebody has to take, the most urgent first', () => {
    expect(stepsToTake(ALL)).toEqual([
      { step: 'identify', count: 1 },
      { step: 'approve', count: 1 },
    ]);
  });

  it('knows for each order how it runs', () => {
    expect(Object.keys(DIRECTIONS).sort()).toEqual([...VENDOR_SORTS].sort());
  });
});

describe('the address of a view', () => {
  it.each([
    ['', {}],
    ['step=approve&risk=high', { step: 'approve', risk: 'high' }],
    ['step=none&sort=name&turned=1', { step: 'none', sort: 'name', isTurned: true }],
    ['exposure=high&assurance=unknown&q=chat', { exposure: 'high', assurance: 'unknown', q: 'chat' }],
  ] as const)('"%s"', (address, change) => {
    const query = { ...QUERY, ...change };
    expect(queryOf(new URLSearchParams(address))).toEqual(query);
    expect(queryOf(new URLSearchParams(paramsOf(query)))).toEqual(query);
  });

  it('takes from strangers what it knows, and no more', () => {
    expect(queryOf(new URLSearchParams('step=__proto__&risk=<b>&sort=constructor&turned=yes'))).toEqual(QUERY);
    expect(queryOf(new URLSearchParams({ q: 'a'.repeat(5_000) })).q).toHaveLength(100);
  });
});
