import type { EvidenceList, QuestionRow, SecurityBoard, ThemeBaselineState } from '../../core/api/security.ts';
import type { AttestedAnswer } from '../../core/evidence/attestations.ts';
import { NOW } from './factories.ts';
import { aQuestionRow } from './security-factories.ts';

/** An answer given in a test counts until this day. */
export const ENDS = '2027-02-20T13:10:00.000Z';

export interface HeldSecurity {
  security: SecurityBoard;
  evidence: EvidenceList;
  questions: QuestionRow[];
  baseline: ThemeBaselineState;
}

/** The folders that this fake answers for. */
export const SECURITY_FOLDERS: readonly string[] = ['security', 'evidence', 'attestations', 'theme-baseline'];

/** The routes of the security pages; undefined for those that are not. */
export function securityRoute(held: HeldSecurity, method: string, path: string, body: unknown): unknown {
  const [, folder, id, part] = path.split('/');
  switch (`${method} /${folder ?? ''}${id === undefined ? '' : '/:id'}${part === undefined ? '' : `/${part}`}`) {
    case 'GET /security':
      return held.security;
    case 'GET /evidence':
      return held.evidence;
    case 'GET /attestations':
      return held.questions;
    case 'PUT /attestations/:id':
      return replace(held, id ?? '', {
        ...(body as { answer: AttestedAnswer }),
        statedAt: NOW,
        expiresAt: ENDS,
        statedBy: '1001',
      });
    case 'DELETE /attestations/:id':
      replace(held, id ?? '', { answer: null, statedAt: null, expiresAt: null, statedBy: null, file: null });
      return null;
    case 'GET /theme-baseline':
      return held.baseline;
    case 'POST /theme-baseline':
      held.baseline = { ...held.baseline, acceptedAt: NOW, changes: [] };
      return held.baseline;
    default:
      return undefined;
  }
}

function replace(held: HeldSecurity, questionId: string, parts: Partial<QuestionRow>): QuestionRow {
  const before = held.questions.find((row) => row.questionId === questionId) ?? aQuestionRow({ questionId });
  const row = { ...before, ...parts };
  held.questions = [...held.questions.filter((one) => one.questionId !== questionId), row];
  return row;
}
