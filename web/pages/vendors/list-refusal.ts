import { ApiProblem } from '../../api/problems.ts';

/** Why the server takes nothing of a list; null: any other trouble. */
export type ListRefusal = 'empty' | 'too-large' | 'too-many-lines';

const BY_CODE: ReadonlyMap<string, ListRefusal> = new Map([
  ['empty', 'empty'],
  ['too_large', 'too-large'],
  ['too_many_lines', 'too-many-lines'],
]);

export function listRefusal(error: unknown): ListRefusal | null {
  if (!(error instanceof ApiProblem)) return null;
  if (error.problem.status === 413) return 'too-large';
  return BY_CODE.get(error.problem.fields?.['text'] ?? '') ?? null;
}
