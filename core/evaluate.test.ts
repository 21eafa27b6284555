import { describe, expect, it } from '@jest/globals';
import { AS_OF, aSnapshot } from '../test/factories.ts';
import { defineCheck } from './checks/check.ts';
import type { Check, Finding } from './checks/check.ts';
import { MAX_FINDINGS, evaluate } from './evaluate.ts';
import type { Collected, Snapshot } from './evidence/snapshot.ts';
import { LONGEST_SUBJECT } from './fingerprint.ts';

const text = { en: 'One thing {host}.', hi: 'एक चीज़ {host}।' };

/** A check about domains that yields what it is told. */
function aCheck(over: Partial<Check> = {}, findings: Finding[] = []): Check {
  const check = defineCheck({
    id: 'security/invented',
    area: 'security',
    title: text,
    severity: 'high',
    rule: { name: text, effectiveFrom: '2026-01-01', source: 'Invented for a test', status: 'verified' },
    why: text,
    cost: text,
    remedy: [text],
    proof: text,
    requires: ['domains'],
    messages: { found: text },
    *evaluate() {
      yield* findings as Finding<'found'>[];
    },
  });
  return { ...check, ...over };
}

const context = { asOf: AS_OF };
const one = (check: Check, snapshot = aSnapshot()) => evaluate([check], snapshot, context)[0];
const found = (subject: string, over: Partial<Finding> = {}): Finding => ({ subject, messageId: 'found', ...over });
const withDomains = (domains: Collected<never>): Snapshot => {
  const snapshot = aSnapshot();
  return { ...snapshot, evidence: { ...snapshot.evidence, domains } };
};

describe('outcomes', () => {
  it('passes without findings and fails with one', () => {
    expect(one(aCheck())).toMatchObject({ checkId: 'security/invented', outcome: 'pass', rung: 'platform' });
    expect(one(aCheck({}, [found('a')]))).toMatchObject({ outcome: 'fail' });
  });

  it('fills in what a finding leaves out', () => {
    expect(one(aCheck({}, [found('a')]))?.findings).toEqual([
      {
        subject: 'a',
        messageId: 'found',
        data: {},
        severity: 'high',
        atStakePaise: null,
        adminPath: null,
        isRemark: false,
      },
    ]);
    expect(one(aCheck({}, [found('a', { severity: 'low', atStakePaise: 632_000 })]))?.findings).toMatchObject([
      { severity: 'low', atStakePaise: 632_000 },
    ]);
  });

  const tooLittle = { kind: 'domains', reason: 'too-little' } as const;
  it.each([
    ['nothing found, and too little there', [], tooLittle, 'notAssessed'],
    ['only information, and too little there', [found('a', { severity: 'info' })], tooLittle, 'notAssessed'],
    ['a defect, whatever else is missing', [found('a')], tooLittle, 'fail'],
    ['nothing found, and enough there', [], null, 'pass'],
    ['only information, and enough there', [found('a', { severity: 'info' })], null, 'pass'],
  ])('%s', (_, findings, lacking, outcome) => {
    const result = one(aCheck({ lacks: () => lacking }, findings));
    expect([result?.outcome, result?.findings.length]).toEqual([outcome, findings.length]);
    expect(result?.notAssessed).toEqual(outcome === 'notAssessed' ? [{ ...tooLittle, missingScopes: [] }] : []);
  });

  it('does not apply where the check says so', () => {
    expect(one(aCheck({ applies: () => false }, [found('a')]))).toMatchObject({
      outcome: 'notApplicable',
      findings: [],
    });
  });

  it('informs, and fails nobody, on a rule that is not verified', () => {
    const rule = { ...aCheck().rule, status: 'unverified' as const };
    const result = one(aCheck({ rule }, [found('a', { severity: 'critical' })]));
    expect(result).toMatchObject({ outcome: 'pass', findings: [{ subject: 'a', severity: 'info' }] });
  });

  it('shows the weakest rung among the evidence read', () => {
    expect(one(aCheck({ requires: ['domains', 'registrations'] }))?.rung).toBe('stated');
  });
});

describe('missing evidence', () => {
  it('costs nothing where a check only uses it', () => {
    const snapshot = withDomains({ status: 'unavailable', reason: 'throttled', collectedAt: AS_OF });
    const check = defineCheck({
      ...aCheck(),
      messages: { found: text },
      requires: ['registrations'],
      uses: ['domains'],
      *evaluate({ registrations, domains }) {
        yield found(`${registrations.length} ${domains?.length}`) as Finding<'found'>;
      },
    });
    expect(one(check, snapshot)?.findings).toMatchObject([{ subject: '1 undefined' }]);
    expect(one(check)?.findings).toMatchObject([{ subject: '1 1' }]);
  });

  it.each(['throttled', 'timed-out', 'unreachable', 'unexpected-shape', 'token-refused'] as const)(
    '%s is never a pass',
    (reason) => {
      const snapshot = withDomains({ status: 'unavailable', reason, collectedAt: AS_OF });
      expect(one(aCheck(), snapshot)).toEqual({
        checkId: 'security/invented',
        outcome: 'notAssessed',
        findings: [],
        rung: null,
        notAssessed: [{ kind: 'domains', reason, missingScopes: [] }],
      });
    },
  );

  it('names the scopes that would open it', () => {
    const missingScopes = ['read_themes'];
    const snapshot = withDomains({ status: 'unavailable', reason: 'not-permitted', collectedAt: AS_OF, missingScopes });
    expect(one(aCheck(), snapshot)?.notAssessed).toEqual([{ kind: 'domains', reason: 'not-permitted', missingScopes }]);
  });

  it('of a snapshot older than the collector is not collected', () => {
    const { shop, takenAt } = aSnapshot();
    const checks = [aCheck({ requires: ['domains', 'theme'] })];
    expect(evaluate(checks, { shop, takenAt, evidence: {} }, context)[0]?.notAssessed).toEqual([
      { kind: 'domains', reason: 'not-collected', missingScopes: [] },
      { kind: 'theme', reason: 'not-collected', missingScopes: [] },
    ]);
  });
});

describe('a defect of a check', () => {
  const broken: [string, Check][] = [
    [
      'throws',
      aCheck({
        evaluate: () => {
          throw new Error('invented');
        },
      }),
    ],
    [
      'throws while asked whether it applies',
      aCheck({
        applies: () => {
          throw new Error('invented');
        },
      }),
    ],
    [
      'throws after a finding',
      aCheck({
        *evaluate() {
          yield found('a');
          throw new Error('invented');
        },
      }),
    ],
    ['names a message that it lacks', aCheck({}, [found('a', { messageId: 'nowhere' })])],
    ['names a message that every object has', aCheck({}, [found('a', { messageId: 'toString' })])],
  ];

  it.each(broken)('that %s costs no other its result', (_, check) => {
    const results = evaluate([check, aCheck({ id: 'security/next' }, [found('b')])], aSnapshot(), context);
    expect(results[0]).toMatchObject({
      outcome: 'notAssessed',
      findings: [],
      notAssessed: [{ reason: 'check-failed' }],
    });
    expect(results[1]).toMatchObject({ checkId: 'security/next', outcome: 'fail' });
  });

  it('is also a stored snapshot whose shape another version wrote', () => {
    const snapshot = withDomains({ status: 'collected', value: null as never, collectedAt: AS_OF, rung: 'platform' });
    const check = aCheck({ evaluate: ({ domains }) => domains.map(({ host }) => found(host)) });
    expect(one(check, snapshot)?.notAssessed).toEqual([{ reason: 'check-failed' }]);
  });
});

describe('what a check is handed', () => {
  it('is the evidence that it names and the moment, and nothing else', () => {
    const seen: unknown[] = [];
    const check = aCheck({
      evaluate: (evidence, given) => {
        seen.push(Object.keys(evidence), given);
        return [];
      },
    });
    one(check);
    expect(seen).toEqual([['domains'], context]);
  });
});

describe('bounds', () => {
  it('keeps a thousand findings, even of a check that never ends', () => {
    const endless = aCheck({
      *evaluate() {
        for (let n = 0; ; n += 1) yield found(`subject ${n}`);
      },
    });
    expect(one(endless)?.findings).toHaveLength(MAX_FINDINGS);
  });

  it('keeps one finding a subject, the graver', () => {
    const findings = [
      found('a', { severity: 'low' }),
      found('a', { severity: 'critical' }),
      found('a', { severity: 'medium' }),
    ];
    expect(one(aCheck({}, findings))?.findings).toMatchObject([{ subject: 'a', severity: 'critical' }]);
  });

  it('cuts long subjects and keeps them apart', () => {
    const long = 'x'.repeat(5_000);
    const subjects =
      one(aCheck({}, [found(`${long}1`), found(`${long}2`)]))?.findings.map(({ subject }) => subject) ?? [];
    expect(new Set(subjects).size).toBe(2);
    expect(subjects.filter((subject) => subject.length !== LONGEST_SUBJECT)).toEqual([]);
  });

  it('cuts long values', () => {
    const [finding] = one(aCheck({}, [found('a', { data: { host: 'x'.repeat(5_000), count: 3 } })]))?.findings ?? [];
    expect(finding?.data).toEqual({ host: 'x'.repeat(400), count: 3 });
  });
});
