import type {
  ControlStanding,
  EvidenceItem,
  EvidenceList,
  QuestionRow,
  SecurityBoard,
  ThemeBaselineState,
} from '../../core/api/security.ts';
import { CHECKS } from '../../core/checks/index.ts';
import { CONTROLS, STEPS } from '../../core/data/controls.ts';
import { QUESTION_IDS } from '../../core/data/questions.ts';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { NOW } from './factories.ts';

/** The ten steps with the outcome of each control as it is given; scores are plain shares. */
export function aSecurityBoard(
  outcomeOf: (controlId: string) => ControlStanding['outcome'] = () => 'pass',
  parts: Partial<SecurityBoard> = {},
): SecurityBoard {
  const controls = CONTROLS.map(({ id }): ControlStanding => {
    const outcome = outcomeOf(id);
    const checkIds = CHECKS.filter(({ control }) => control === id).map((check) => check.id);
    return { controlId: id, outcome, rung: outcome === 'pass' || outcome === 'fail' ? 'platform' : null, checkIds };
  });
  const countIn = (step: number, outcomes: readonly string[]) =>
    CONTROLS.filter((control, index) => control.step === step && outcomes.includes(controls[index]?.outcome ?? 'none'))
      .length;
  const steps = STEPS.map((step) => {
    const [passing, failing] = [countIn(step, ['pass']), countIn(step, ['fail'])];
    const assessed = passing + failing;
    return {
      step,
      score: assessed === 0 ? null : Math.floor((100 * passing) / assessed),
      assessed,
      applicable: assessed + countIn(step, ['notAssessed', 'none']),
      failing,
    };
  });
  return {
    takenAt: NOW,
    score: 62,
    assessed: steps.reduce((sum, { assessed }) => sum + assessed, 0),
    applicable: steps.reduce((sum, { applicable }) => sum + applicable, 0),
    steps,
    controls,
    trend: [55, null, 62].map((score, index) => ({
      takenAt: `2026-11-${String(8 + 7 * index).padStart(2, '0')}T13:10:00.000Z`,
      score,
      byStep: { 6: index === 0 ? 20 : 40 },
    })),
    ...parts,
  };
}

export function anEvidenceItem(parts: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    kind: 'theme',
    rung: 'platform',
    collectedAt: NOW,
    expiresAt: null,
    reason: null,
    missingScopes: [],
    count: 24,
    ...parts,
  };
}

export function anEvidenceList(parts: Partial<EvidenceList> = {}): EvidenceList {
  return { takenAt: NOW, items: EVIDENCE_KINDS.map((kind) => anEvidenceItem({ kind })), ...parts };
}

export function aQuestionRow(parts: Partial<QuestionRow> = {}): QuestionRow {
  return {
    questionId: 'password-manager',
    answer: null,
    statedAt: null,
    expiresAt: null,
    statedBy: null,
    file: null,
    ...parts,
  };
}

export function someQuestions(parts: Partial<QuestionRow> = {}): QuestionRow[] {
  return QUESTION_IDS.map((questionId) =>
    parts.questionId === questionId ? aQuestionRow(parts) : aQuestionRow({ questionId }),
  );
}

export function aBaseline(parts: Partial<ThemeBaselineState> = {}): ThemeBaselineState {
  return {
    acceptedAt: '2026-11-01T06:30:00.000Z',
    themeName: 'Surahi Dawn',
    changes: [
      { filename: 'layout/theme.liquid', change: 'changed' },
      { filename: 'snippets/offer.liquid', change: 'new' },
    ],
    ...parts,
  };
}
