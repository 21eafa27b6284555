import { checkById } from '../../core/checks/index.ts';
import { findingText } from '../../core/finding-text.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import type { Judgement } from '../../core/judge.ts';
import type { CheckResult } from '../../core/judgement.ts';

/** One line a check, its findings below it, for a terminal. */
export function judgementTable({ shop, takenAt }: Pick<Snapshot, 'shop' | 'takenAt'>, judgement: Judgement): string {
  const { results, score } = judgement;
  const width = Math.max(...results.map(({ checkId }) => checkId.length));
  return [
    `${shop}, evidence of ${takenAt}`,
    `score ${score.score ?? 'none'}; ${score.assessed} of ${score.applicable} applicable checks assessed`,
    '',
    ...results.flatMap((result) => [
      `${result.checkId.padEnd(width)}  ${result.outcome}${whyNot(result)}`,
      ...result.findings.map((finding) => `${' '.repeat(width)}  [${finding.severity}] ${sentence(result, finding)}`),
    ]),
  ].join('\n');
}

function whyNot({ notAssessed }: CheckResult): string {
  const reasons = notAssessed.map((one) => ('kind' in one ? `${one.kind}: ${one.reason}` : one.reason));
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
}

function sentence({ checkId }: CheckResult, { messageId, data, subject }: CheckResult['findings'][number]): string {
  const message = checkById(checkId)?.messages[messageId];
  return message ? findingText(message, data, 'en') : `${messageId} ${subject}`;
}
