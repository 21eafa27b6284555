import { useCheckBoard } from '../../api/home.ts';
import { useEvidence, useQuestions } from '../../api/security.ts';
import type { EvidenceItem, QuestionRow } from '../../../core/api/security.ts';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { CheckResult } from '../../../core/judgement.ts';

/** What a control's details are made of. Each part may come later than the page; until then it is empty. */
export interface Known {
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly evidence: ReadonlyMap<EvidenceKind, EvidenceItem>;
  readonly questions: ReadonlyMap<string, QuestionRow>;
}

export function useKnown(): Known {
  const { data: board } = useCheckBoard();
  const { data: evidence } = useEvidence();
  const { data: questions } = useQuestions();
  return {
    results: new Map(board?.results.map((result) => [result.checkId, result])),
    evidence: new Map(evidence?.items.map((item) => [item.kind, item])),
    questions: new Map(questions?.map((row) => [row.questionId, row])),
  };
}
