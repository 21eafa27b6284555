import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SEVERITIES } from './severity.ts';
import { MAX_FINDINGS } from './evaluate.ts';
import { OUTCOMES } from './judgement.ts';
import type { CheckResult, JudgedFinding } from './judgement.ts';
import { reconcile } from './reconcile.ts';
import type { AlertChanges, OpenAlert } from './reconcile.ts';

const NOW = '2026-11-22T06:30:00.000Z';
const EARLIER = '2026-11-22T06:29:59.999Z';
const LATER = '2026-12-22T00:00:00.000Z';

const aFinding = (over: Partial<JudgedFinding> = {}): JudgedFinding => ({
  subject: 'shop.example',
  messageId: 'primary',
  data: { host: 'shop.example' },
  severity: 'high',
  atStakePaise: null,
  adminPath: null,
  isRemark: false,
  ...over,
});
const aResult = (findings: JudgedFinding[] = [], over: Partial<CheckResult> = {}): CheckResult => ({
  checkId: 'security/domain-tls',
  outcome: findings.length > 0 ? 'fail' : 'pass',
  findings,
  rung: 'platform',
  notAssessed: [],
  ...over,
});
const anAlert = (over: Partial<OpenAlert> = {}): OpenAlert => ({
  fingerprint: 'security/domain-tls:shop.example',
  checkId: 'security/domain-tls',
  status: 'open',
  severity: 'high',
  suppressedUntil: null,
  ...over,
});
const none: AlertChanges = { open: [], observe: [], resolve: [] };

describe('reconcile', () => {
  it('opens nothing for a remark, and closes what was one before', () => {
    const remark = aResult([aFinding({ severity: 'info', isRemark: true })], { outcome: 'pass' });
    expect(reconcile([remark], [], NOW)).toEqual({ open: [], observe: [], resolve: [] });
    const open = anAlert({ fingerprint: 'security/domain-tls:shop.example' });
    expect(reconcile([remark], [open], NOW).resolve).toHaveLength(1);
  });

  it('opens an alert for a defect without one', () => {
    const { isRemark: _, ...told } = aFinding();
    expect(reconcile([aResult([aFinding()])], [], NOW)).toEqual({
      ...none,
      open: [
        {
          fingerprint: 'security/domain-tls:shop.example',
          checkId: 'security/domain-tls',
          rung: 'platform',
          ...told,
        },
      ],
    });
  });

  it('observes a defect that is still there, with its newest figures', () => {
    const finding = aFinding({ data: { host: 'shop.example', count: 7 }, atStakePaise: 1_00 });
    const { open, observe, resolve } = reconcile([aResult([finding])], [anAlert()], NOW);
    expect([open, resolve]).toEqual([[], []]);
    expect(observe).toMatchObject([{ data: { count: 7 }, atStakePaise: 1_00, unsuppress: false }]);
    expect(observe[0]).not.toHaveProperty('subject');
  });

  it.each([
    ['pass', ['security/domain-tls:shop.example']],
    ['notApplicable', ['security/domain-tls:shop.example']],
    ['notAssessed', []],
  ] as const)('a check that says %s resolves %j', (outcome, resolved) => {
    const { resolve } = reconcile([aResult([], { outcome })], [anAlert()], NOW);
    expect(resolve.map(({ fingerprint }) => fingerprint)).toEqual(resolved);
  });

  it('resolves what is no longer named where the gap is only about what else there could be', () => {
    const settled = aResult([], { outcome: 'notAssessed', isSettled: true });
    expect(reconcile([settled], [anAlert()], NOW).resolve).toEqual([
      { fingerprint: 'security/domain-tls:shop.example' },
    ]);
  });

  it('resolves one of two subjects', () => {
    const alerts = [anAlert(), anAlert({ fingerprint: 'security/domain-tls:old.example' })];
    expect(reconcile([aResult([aFinding()])], alerts, NOW).resolve).toEqual([
      { fingerprint: 'security/domain-tls:old.example' },
    ]);
  });

  it('leaves a check alone that is not in the results, unless it is retired', () => {
    const alert = anAlert({ checkId: 'security/gone', fingerprint: 'security/gone:x' });
    expect(reconcile([aResult()], [alert], NOW)).toEqual(none);
    expect(reconcile([aResult()], [alert], NOW, { retired: ['security/gone'] }).resolve).toEqual([
      { fingerprint: 'security/gone:x' },
    ]);
  });

  it('resolves nothing for a check that stopped at its most findings', () => {
    const findings = Array.from({ length: MAX_FINDINGS }, (_, n) => aFinding({ subject: `host-${n}.example` }));
    expect(reconcile([aResult(findings)], [anAlert()], NOW).resolve).toEqual([]);
  });

  it('keeps an alert open for what only informs', () => {
    const { open } = reconcile([aResult([aFinding({ severity: 'info' })], { outcome: 'pass' })], [], NOW);
    expect(open).toHaveLength(1);
  });
});

describe('a suppressed alert', () => {
  it.each([
    ['until later, as grave', LATER, 'high', 'high', false],
    ['until later, milder', LATER, 'high', 'medium', false],
    ['until later, graver', LATER, 'high', 'critical', true],
    ['until now', NOW, 'high', 'high', true],
    ['until a moment ago', EARLIER, 'high', 'high', true],
    ['without an end', null, 'high', 'high', true], // nothing is quiet for ever
  ] as const)('%s', (_, suppressedUntil, before, severity, unsuppress) => {
    const alert = anAlert({ status: 'suppressed', suppressedUntil, severity: before });
    expect(reconcile([aResult([aFinding({ severity })])], [alert], NOW).observe).toMatchObject([{ unsuppress }]);
  });

  it('closes when its defect is gone', () => {
    const alert = anAlert({ status: 'suppressed', suppressedUntil: LATER });
    expect(reconcile([aResult()], [alert], NOW).resolve).toHaveLength(1);
  });
});

describe('the laws of reconciling', () => {
  const checkId = fc.constantFrom('gst/a', 'gst/b', 'security/c', 'security/gone');
  const subject = fc.constantFrom('shop', 'one.example', 'two.example', '29');
  const severity = fc.constantFrom(...SEVERITIES);
  const finding = fc.record({
    subject,
    messageId: fc.constant('found'),
    data: fc.constant({}),
    severity,
    atStakePaise: fc.constant(null),
    adminPath: fc.constant(null),
    isRemark: fc.constant(false),
  });
  const result = fc
    .record({
      checkId: fc.constantFrom('gst/a', 'gst/b', 'security/c'),
      outcome: fc.constantFrom(...OUTCOMES),
      findings: fc.array(finding, { maxLength: 5 }),
      rung: fc.constant(null),
      notAssessed: fc.constant([]),
    })
    .map((drawn): CheckResult => ({
      ...drawn,
      findings: drawn.outcome === 'fail' || drawn.outcome === 'pass' ? drawn.findings : [],
    }));
  const results = fc.uniqueArray(result, { selector: (drawn) => drawn.checkId, maxLength: 3 });
  const alerts = fc.uniqueArray(
    fc
      .record({
        checkId,
        subject,
        severity,
        status: fc.constantFrom('open' as const, 'acknowledged' as const, 'suppressed' as const),
        suppressedUntil: fc.constantFrom(null, EARLIER, NOW, LATER),
      })
      .map(({ subject: about, ...drawn }): OpenAlert => ({ ...drawn, fingerprint: `${drawn.checkId}:${about}` })),
    { selector: (alert) => alert.fingerprint, maxLength: 8 },
  );

  it('doing it twice changes nothing more', () => {
    fc.assert(
      fc.property(results, alerts, (judged, before) => {
        const after = applied(before, reconcile(judged, before, NOW));
        const again = reconcile(judged, after, NOW);
        expect(again.open).toEqual([]);
        expect(again.resolve).toEqual([]);
        expect(again.observe.filter(({ unsuppress }) => unsuppress)).toEqual([]);
        expect(applied(after, again)).toEqual(after);
      }),
    );
  });

  it('no alert is both observed and resolved, and each change is about an alert that exists', () => {
    fc.assert(
      fc.property(results, alerts, (judged, before) => {
        const { open, observe, resolve } = reconcile(judged, before, NOW);
        const known = new Set(before.map(({ fingerprint }) => fingerprint));
        const touched = [...observe, ...resolve].map(({ fingerprint }) => fingerprint);
        expect(touched.filter((mark) => !known.has(mark))).toEqual([]);
        expect(open.filter(({ fingerprint }) => known.has(fingerprint))).toEqual([]);
        const all = [...touched, ...open.map(({ fingerprint }) => fingerprint)];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('what was not assessed, or is gone, keeps its alerts', () => {
    fc.assert(
      fc.property(results, alerts, (judged, before) => {
        const settled = new Set(judged.filter(({ outcome }) => outcome !== 'notAssessed').map((one) => one.checkId));
        const untouched = before.filter((alert) => !settled.has(alert.checkId));
        const left = applied(before, reconcile(judged, before, NOW));
        expect(left).toEqual(expect.arrayContaining(untouched));
      }),
    );
  });
});

/** What a store makes of the changes. */
function applied(before: readonly OpenAlert[], { open, observe, resolve }: AlertChanges): OpenAlert[] {
  const gone = new Set(resolve.map(({ fingerprint }) => fingerprint));
  const seen = new Map(observe.map((observed) => [observed.fingerprint, observed]));
  const kept = before
    .filter(({ fingerprint }) => !gone.has(fingerprint))
    .map((alert): OpenAlert => {
      const observed = seen.get(alert.fingerprint);
      if (!observed) return alert;
      const { severity } = observed;
      return observed.unsuppress
        ? { ...alert, severity, status: 'open', suppressedUntil: null }
        : { ...alert, severity };
    });
  const opened = open.map(({ fingerprint, checkId, severity }) => anAlert({ fingerprint, checkId, severity }));
  return [...kept, ...opened];
}
