import { FailureNotice } from '../../shared/notice.tsx';
import type { Words } from '../../shared/words.ts';
import type { Mending } from './use-mending.ts';

interface NewsProps {
  readonly words: Words;
  readonly mending: Mending;
  /** Whether the last change was made at this place; elsewhere nothing is said. */
  readonly isHere: boolean;
}

/** How the last change went, said aloud beside it; with a way back, or with what to do. */
export function MendNews({ words, mending, isHere }: NewsProps) {
  const { isRunning } = mending;
  const news = isHere ? mending.news : null;
  return (
    <s-box accessibilityRole="status">
      {isHere && isRunning ? <s-text>{words.t('mend.saving')}</s-text> : null}
      {news?.kind === 'saved' ? (
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-text>{words.t('mend.saved')}</s-text>
          <s-button onClick={() => void mending.undo(news.before)}>{words.t('mend.undo')}</s-button>
        </s-stack>
      ) : null}
      {news?.kind === 'undone' ? <s-text>{words.t('mend.undone')}</s-text> : null}
      {news?.kind === 'not-taken' ? <s-text>{words.t('mend.notTaken')}</s-text> : null}
      {news?.kind === 'scope' ? (
        <s-banner tone="warning" heading={words.t('mend.scope.title')}>
          <s-stack direction="block" gap="small">
            <s-paragraph>{words.t('mend.scope.whatToDo')}</s-paragraph>
            <s-link href="app:settings">{words.t('mend.scope.open')}</s-link>
          </s-stack>
        </s-banner>
      ) : null}
      {news?.kind === 'failure' ? (
        <FailureNotice failure={news.problem.failure} words={words} onRetry={() => void mending.save(news.again)} />
      ) : null}
    </s-box>
  );
}
