import { describe, expect, it } from '@jest/globals';
import { aSnapshot, aTheme, aThemeFile } from '../test/factories.ts';
import {
  anAttestation,
  aPeopleBook,
  LATER,
  YESTERDAY,
  noCode,
  noFlaws,
  aStorefront,
} from '../test/security-factories.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import { securitySummary } from './security-summary.ts';

const itemOf = (summary: ReturnType<typeof securitySummary>, kind: string) =>
  summary.evidence.find((item) => item.kind === kind);

describe('what the security pages show of a snapshot', () => {
  it('lists each kind of evidence, with its rung and its age', () => {
    const { evidence } = securitySummary(aSnapshot());
    expect(evidence.map(({ kind }) => kind)).toEqual(EVIDENCE_KINDS);
    expect(evidence.filter(({ reason }) => reason !== null)).toEqual([]);
  });

  it('says why a kind is missing, and names the scopes that would open it', () => {
    const snapshot = aSnapshot();
    const { asOf, evidence } = securitySummary({
      ...snapshot,
      evidence: {
        theme: {
          status: 'unavailable',
          reason: 'not-permitted',
          collectedAt: snapshot.takenAt,
          missingScopes: ['read_themes'],
        },
      },
    });
    expect(evidence.find(({ kind }) => kind === 'theme')).toMatchObject({
      reason: 'not-permitted',
      missingScopes: ['read_themes'],
    });
    expect(evidence.find(({ kind }) => kind === 'dns')).toMatchObject({ reason: 'not-collected', rung: null });
    expect(asOf).toBe(snapshot.takenAt);
  });

  it('shows of people the weakest source that was read', () => {
    expect(itemOf(securitySummary(aSnapshot()), 'people')?.rung).toBe('export');
    const people = aPeopleBook({ readings: [] });
    expect(itemOf(securitySummary(aSnapshot({ people })), 'people')?.rung).toBe('platform'); // as it was collected
  });

  it('tells when the first statement ends', () => {
    const attestations = [
      anAttestation('q1', { expiresAt: '2027-05-01T00:00:00.000Z' }),
      anAttestation('q2', { expiresAt: '2026-12-24T00:00:00.000Z' }),
    ];
    const item = itemOf(securitySummary(aSnapshot({ attestations })), 'attestations');
    expect(item).toMatchObject({ count: 2, expiresAt: '2026-12-24T00:00:00.000Z' });
  });

  it('tells when what people and browsers said ends, and of what ended already nothing', () => {
    const summary = securitySummary(aSnapshot());
    expect(itemOf(summary, 'people')?.expiresAt).toBe(LATER);
    expect(itemOf(summary, 'selfChecks')).toMatchObject({ count: 2, expiresAt: '2027-02-19T06:30:00.000Z' });
    const attestations = [anAttestation('q1', { expiresAt: YESTERDAY })];
    expect(itemOf(securitySummary(aSnapshot({ attestations })), 'attestations')?.expiresAt).toBeNull();
    expect(itemOf(summary, 'shop')).toMatchObject({ count: null, expiresAt: null });
  });

  it('keeps only files of which there is something to say', () => {
    const loud = noCode({ secrets: [{ type: 'stripe-secret-key', level: 'critical', line: 3, lastFour: 'F6g7' }] });
    const files = [
      aThemeFile({ filename: 'quiet.liquid' }),
      aThemeFile({ filename: 'loud.liquid', code: loud }),
      aThemeFile({ filename: 'half.liquid', code: noCode({ isPartial: true }) }),
      aThemeFile({ filename: 'picture.png', code: null }),
    ];
    const { storefront, theme } = securitySummary(aSnapshot({ theme: aTheme({ files }) }));
    expect(storefront.theme.map(({ filename }) => filename)).toEqual(['loud.liquid', 'half.liquid']);
    expect(storefront.themeFiles).toBe(4);
    expect(theme?.files).toHaveLength(4);
  });

  it('joins the flaws of theme and pages under the older list', () => {
    const flaw = { component: 'jquery', version: '1.8.3', worst: 'medium', cves: [], isEndOfLife: false } as const;
    const summary = securitySummary(
      aSnapshot({
        theme: aTheme({ libraries: noFlaws({ dataDay: '2026-08-20', flaws: [flaw] }) }),
        storefront: aStorefront({ libraries: noFlaws({ dataDay: '2026-11-01', flaws: [flaw] }) }),
      }),
    );
    expect(summary.storefront.libraries).toEqual({ dataDay: '2026-08-20', flaws: [flaw] });
  });
});
