import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACCESS_SCOPES, accessScope, type Sensitivity } from '../data/access-scopes.ts';
import { SCRIPT_PLACES, VENDOR_RISK_WEIGHTS } from '../data/vendor-risk.ts';
import { stepsToLower, vendorRisk, type VendorFacts, type VendorRisk } from './risk.ts';

const WORKED: readonly (readonly [string, VendorFacts, VendorRisk])[] = [
  [
    'reviews app, customers and orders, storefront script, nothing on file, never reviewed',
    {
      sensitivities: [0, 3, 3],
      scripts: 'storefront',
      bestPaper: 0,
      hasContract: false,
      hasContact: false,
      reviewedDaysAgo: null,
      isUnused: false,
    },
    { exposure: 0.84, assurance: 0, staleness: 1.25, risk: 100, riskClass: 'critical' },
  ],
  [
    'same app with SOC 2 type II, contract and a recent review',
    {
      sensitivities: [0, 3, 3],
      scripts: 'storefront',
      bestPaper: 1,
      hasContract: true,
      hasContact: true,
      reviewedDaysAgo: 20,
      isUnused: false,
    },
    { exposure: 0.84, assurance: 1, staleness: 1, risk: 34, riskClass: 'medium' },
  ],
  [
    'inventory sync, products and inventory only, recent review',
    {
      sensitivities: [0, 1],
      scripts: 'none',
      bestPaper: 0,
      hasContract: false,
      hasContact: true,
      reviewedDaysAgo: 60,
      isUnused: false,
    },
    { exposure: 0.2, assurance: 0.05, staleness: 1, risk: 19, riskClass: 'low' },
  ],
  [
    'page builder with theme write, ISO 27001, contract, review 200 days ago',
    {
      sensitivities: [2, 4, 3],
      scripts: 'sensitive',
      bestPaper: 0.9,
      hasContract: true,
      hasContact: true,
      reviewedDaysAgo: 200,
      isUnused: false,
    },
    { exposure: 1, assurance: 1, staleness: 1.1, risk: 44, riskClass: 'medium' },
  ],
  [
    'chat widget script without any permission, unknown vendor',
    {
      sensitivities: [],
      scripts: 'storefront',
      bestPaper: 0,
      hasContract: false,
      hasContact: false,
      reviewedDaysAgo: null,
      isUnused: false,
    },
    { exposure: 0.6, assurance: 0, staleness: 1.25, risk: 75, riskClass: 'high' },
  ],
  [
    'forgotten trial app with order write, unused for 90 days',
    {
      sensitivities: [3, 4],
      scripts: 'none',
      bestPaper: 0.1,
      hasContract: false,
      hasContact: false,
      reviewedDaysAgo: 500,
      isUnused: true,
    },
    { exposure: 1, assurance: 0.1, staleness: 1.35, risk: 100, riskClass: 'critical' },
  ],
  [
    'courier app, fulfilment orders, reviewed questionnaire and contract',
    {
      sensitivities: [3, 3, 1],
      scripts: 'none',
      bestPaper: 0.5,
      hasContract: true,
      hasContact: true,
      reviewedDaysAgo: 100,
      isUnused: false,
    },
    { exposure: 0.74, assurance: 0.7, staleness: 1, risk: 43, riskClass: 'medium' },
  ],
  [
    'script on the account page, no permission, badge only, reviewed 10 days ago',
    {
      sensitivities: [],
      scripts: 'sensitive',
      bestPaper: 0.4,
      hasContract: false,
      hasContact: false,
      reviewedDaysAgo: 10,
      isUnused: false,
    },
    { exposure: 0.9, assurance: 0.4, staleness: 1, risk: 68, riskClass: 'high' },
  ],
];

const facts: fc.Arbitrary<VendorFacts> = fc.record({
  sensitivities: fc.array(fc.constantFrom<Sensitivity>(0, 1, 2, 3, 4), { maxLength: 30 }),
  scripts: fc.constantFrom(...SCRIPT_PLACES),
  bestPaper: fc.constantFrom(0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.9, 1),
  hasContract: fc.boolean(),
  hasContact: fc.boolean(),
  reviewedDaysAgo: fc.option(fc.nat(2_000)),
  isUnused: fc.boolean(),
});

describe('the risk of a vendor', () => {
  it.each(WORKED)('%s', (_, known, expected) => expect(vendorRisk(known)).toEqual(expected));

  it.each([
    [180, 1],
    [181, 1.1],
    [365, 1.1],
    [366, 1.25],
    [null, 1.25],
  ])('reviewed %s days ago: %s', (reviewedDaysAgo, staleness) => {
    const [, known] = WORKED[2]!;
    expect(vendorRisk({ ...known, reviewedDaysAgo }).staleness).toBe(staleness);
  });

  it('lies between 0 and 100, and never falls for one permission more', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom<Sensitivity>(0, 1, 2, 3, 4), (known, more) => {
        const { risk } = vendorRisk(known);
        const wider = vendorRisk({ ...known, sensitivities: [...known.sensitivities, more] }).risk;
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(wider).toBeLessThanOrEqual(100);
        expect(wider).toBeGreaterThanOrEqual(risk);
      }),
    );
  });

  it('falls with each step that is offered, the greatest first', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const risks = stepsToLower(known).map(({ risk }) => risk);
        expect(risks).toEqual([...risks].sort((a, b) => a - b));
        expect(risks.every((risk) => risk < vendorRisk(known).risk)).toBe(true);
      }),
    );
  });

  it('of a forgotten app is ended by removing it', () => {
    expect(stepsToLower(WORKED[5]![1])[0]).toEqual({ step: 'remove', risk: 0 });
  });

  it("follows an operator's own weights", () => {
    const [, known] = WORKED[4]!;
    const scriptFloor = { ...VENDOR_RISK_WEIGHTS.scriptFloor, storefront: 0.9 };
    expect(vendorRisk(known, { ...VENDOR_RISK_WEIGHTS, scriptFloor }).risk).toBe(100);
  });
});

describe('access scopes', () => {
  it('are 178, each once, with the classes of the list', () => {
    expect(new Set(ACCESS_SCOPES.map(({ scope }) => scope)).size).toBe(178);
    const of = (sensitivity: number) => ACCESS_SCOPES.filter((row) => row.sensitivity === sensitivity).length;
    expect([of(4), of(3), ACCESS_SCOPES.filter(({ isStorefrontCode }) => isStorefrontCode).length]).toEqual([
      29, 49, 12,
    ]);
  });

  it.each([
    ['write_themes', 4, true],
    ['read_orders', 3, false],
  ])('%s: %s', (scope, sensitivity, isStorefrontCode) => {
    expect(accessScope(scope)).toMatchObject({ sensitivity, isStorefrontCode });
  });

  it('does not call an unknown one harmless', () => expect(accessScope('write_everything')).toBeNull());
});
