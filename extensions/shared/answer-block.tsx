import type {} from '@shopify/ui-extensions/admin.order-details.block.render';
import type { ComponentChildren } from 'preact';
import type { Answer, Failure } from './admin-api.ts';
import { FailureNotice } from './notice.tsx';
import type { Words } from './words.ts';

/** The page is of nothing that our server could be asked for. */
export const GONE: Failure = { kind: 'gone', retryAfterS: null, problem: null };
/** An answer that is not what was promised. */
export const FAULT: Failure = { kind: 'fault', retryAfterS: null, problem: null };

/** A block of the admin around one answer: loading, what went wrong, or what `children` make of it. */
export function AnswerBlock<T>({ answer, words, summaryOf, onRetry, goneSays, children }: AnswerBlockProps<T>) {
  return (
    <s-admin-block heading={words.t('heading')} collapsedSummary={foldedLine(answer, words, summaryOf)}>
      {answer === null ? (
        <s-stack direction="inline" gap="small" alignItems="center" accessibilityRole="status">
          <s-spinner accessibilityLabel={words.t('loading')} />
          <s-text accessibilityVisibility="hidden">{words.t('loading')}</s-text>
        </s-stack>
      ) : answer.kind === 'ok' ? (
        children(answer.value)
      ) : (
        <FailureNotice
          failure={answer}
          words={words}
          onRetry={onRetry}
          says={answer.kind === 'gone' ? goneSays : undefined}
        />
      )}
    </s-admin-block>
  );
}

interface AnswerBlockProps<T> {
  /** Null: still on its way. */
  readonly answer: Answer<T> | null;
  readonly words: Words;
  /** The folded card's line: Shopify cuts it after 30 characters. */
  readonly summaryOf: (value: T) => string;
  readonly onRetry: () => void;
  /** Where the place knows better than the server why there is nothing. */
  readonly goneSays?: { readonly heading: string; readonly whatToDo: string };
  readonly children: (value: T) => ComponentChildren;
}

/** Stands in place of a block that broke. */
export function BrokenBlock({ words }: { readonly words: Words }) {
  return (
    <s-admin-block heading={words.t('heading')} collapsedSummary={words.t('summary.failed')}>
      <s-stack direction="block" gap="base">
        <s-paragraph>{words.t('broken')}</s-paragraph>
        <s-link href="app:gst">{words.t('open')}</s-link>
      </s-stack>
    </s-admin-block>
  );
}

function foldedLine<T>(answer: Answer<T> | null, words: Words, summaryOf: (value: T) => string): string {
  if (answer === null) return words.t('summary.loading');
  return answer.kind === 'ok' ? summaryOf(answer.value) : words.t('summary.failed');
}
