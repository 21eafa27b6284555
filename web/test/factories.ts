import type { AlertDetail, AlertSummary } from '../../core/api/alerts.ts';
import type { CheckBoard, Home, ScanProgress, Standing } from '../../core/api/home.ts';
import type { Member, RegistrationRow, Settings } from '../../core/api/settings.ts';
import { CHECKS } from '../../core/checks/index.ts';
import { WEIGHTS } from '../../core/score.ts';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import type { CheckResult, Outcome } from '../../core/judgement.ts';

/** An instant of the week in which every test plays. */
export const NOW = '2026-11-22T13:10:00.000Z';

export function anAlert(parts: Partial<AlertSummary> = {}): AlertSummary {
  return {
    id: 'alert-1',
    checkId: 'gst/registration-present',
    messageId: 'missing',
    data: {},
    subject: 'shop',
    area: 'gst',
    severity: 'high',
    status: 'open',
    atStakePaise: null,
    adminPath: null,
    firstObservedAt: '2026-11-20T13:10:00.000Z',
    lastObservedAt: NOW,
    resolvedAt: null,
    suppressedUntil: null,
    suppression: null,
    dueOn: null,
    assigneeId: null,
    ...parts,
  };
}

/** The first message of a check, with a value in each of its places. */
export function anAlertOf(checkId: string, parts: Partial<AlertSummary> = {}): AlertSummary {
  const check = CHECKS.find(({ id }) => id === checkId);
  const [messageId, text] = Object.entries(check?.messages ?? {})[0] ?? ['none', { en: '', hi: '' }];
  const places = [...text.en.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '');
  const valueOf = (place: string) =>
    /states?$/i.test(place) ? '29' : /count|days|number/i.test(place) ? 2 : 'surahi.example';
  return anAlert({
    id: checkId.replace('/', '-'),
    checkId,
    messageId,
    area: check?.area ?? 'gst',
    severity: check?.severity ?? 'low',
    data: Object.fromEntries(places.map((place) => [place, place === 'policy' ? 'REFUND_POLICY' : valueOf(place)])),
    ...parts,
  });
}

export function aDetail(parts: Partial<AlertDetail> = {}): AlertDetail {
  return {
    ...anAlertOf(parts.checkId ?? 'encryption/domain-tls', parts),
    snapshotId: 'snapshot-1',
    rung: 'platform',
    suppressReason: null,
    history: [
      { kind: 'opened', at: '2026-11-20T13:10:00.000Z', by: 'prahari' },
      { kind: 'observed', at: NOW, by: 'prahari' },
    ],
    ...parts,
  };
}

export function aStanding(parts: Partial<Standing> = {}): Standing {
  return { snapshotId: 'snapshot-1', takenAt: NOW, score: 62, assessed: 13, applicable: 15, isEarly: false, ...parts };
}

export function aScan(parts: Partial<ScanProgress> = {}): ScanProgress {
  return {
    id: 'scan-1',
    state: 'collecting',
    requestedAt: NOW,
    finishedAt: null,
    collectors: EVIDENCE_KINDS.map((kind, index) => ({ kind, state: index < 3 ? 'collected' : 'waiting' })),
    changes: null,
    ...parts,
  };
}

export function aHome(parts: Partial<Home> = {}): Home {
  return {
    shop: 'surahi-sarees.myshopify.com',
    me: { userId: '1001', role: 'owner', language: null },
    standing: aStanding(),
    openBySeverity: { critical: 1, high: 2, medium: 3, low: 0, info: 0 },
    suppressedCount: 1,
    atStakePaise: null,
    overdueCount: 0,
    newestCriticalAt: null,
    news: null,
    doNext: [],
    trend: [61, 58, 62].map((score, index) => ({
      takenAt: `2026-11-${String(8 + 7 * index).padStart(2, '0')}T13:10:00.000Z`,
      score,
      assessed: 13,
      applicable: 15,
    })),
    scan: null,
    nextCheckAt: '2026-11-29T13:10:00.000Z',
    guide: {
      isHidden: false,
      steps: [
        { id: 'gstin', isDone: false },
        { id: 'first-check', isDone: false },
        { id: 'first-mend', isDone: false },
      ],
    },
    needsVisit: false,
    isFrozen: false,
    ...parts,
  };
}

/** Every check with the outcome that it is given; the first messages of the failed ones as findings. */
export function aBoard(outcomeOf: (checkId: string, index: number) => Outcome = () => 'pass'): CheckBoard {
  const results = CHECKS.map((check, index): CheckResult => {
    const outcome = outcomeOf(check.id, index);
    const { subject, messageId, data, severity } = anAlertOf(check.id);
    return {
      checkId: check.id,
      outcome,
      findings:
        outcome === 'fail'
          ? [{ subject, messageId, data, severity, atStakePaise: null, adminPath: null, isRemark: false }]
          : [],
      rung: outcome === 'notAssessed' ? null : 'platform',
      notAssessed:
        outcome === 'notAssessed' ? [{ kind: 'theme', reason: 'not-permitted', missingScopes: ['read_themes'] }] : [],
    };
  });
  const parts = CHECKS.map((check, index) => {
    const outcome = outcomeOf(check.id, index);
    const isScored = check.isPlatformSet !== true && check.rule.status === 'verified';
    const weight = isScored ? WEIGHTS[check.severity] : 0;
    const points = outcome === 'pass' ? weight : outcome === 'fail' ? 0 : null;
    return { checkId: check.id, weight, points: isScored ? points : null };
  });
  return { standing: aStanding(), results, parts };
}

export function aRegistration(parts: Partial<RegistrationRow> = {}): RegistrationRow {
  return { id: 'registration-1', gstin: '27AAPFU0939F1ZV', statedAt: NOW, ...parts };
}

export function aMember(parts: Partial<Member> = {}): Member {
  return { userId: '1001', role: 'owner', firstSeenAt: NOW, lastSeenAt: NOW, isMe: true, ...parts };
}

export function someSettings(parts: Partial<Settings> = {}): Settings {
  return {
    language: null,
    guideHidden: false,
    scopes: {
      granted: ['read_themes', 'read_legal_policies', 'read_locations'],
      required: ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
      optional: ['read_orders'],
    },
    retention: [
      { what: 'snapshots', days: 90 },
      { what: 'alerts', days: 365 },
      { what: 'events', days: 365 },
      { what: 'scans', days: 90 },
    ],
    ...parts,
  };
}
