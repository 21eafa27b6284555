import type {} from '@shopify/ui-extensions/admin.order-details.block.render';
import type { Text } from '../../core/text.ts';
import type { Failure } from './admin-api.ts';
import { failureWords } from './failure-texts.ts';
import type { Words } from './words.ts';

const RETRY: Text = { en: 'Try again', hi: 'दोबारा कोशिश करें' };
const OPEN: Text = { en: 'Open Prahari', hi: 'Prahari खोलें' };

/** What went wrong and what to do, with a button that asks anew; where only Prahari itself helps, with a link there. */
export function FailureNotice({ failure, words, onRetry, says }: NoticeProps) {
  const { heading, whatToDo, data } = failureWords(failure);
  const needsPrahari = failure.kind === 'signed-out' || failure.kind === 'denied';
  return (
    <s-banner tone={failure.kind === 'fault' ? 'critical' : 'warning'} heading={says?.heading ?? words.of(heading)}>
      <s-stack direction="block" gap="base">
        <s-paragraph>{says?.whatToDo ?? words.of(whatToDo, data)}</s-paragraph>
        <s-stack direction="inline" gap="base">
          <s-button onClick={onRetry}>{words.of(RETRY)}</s-button>
          {needsPrahari ? <s-link href="app:settings">{words.of(OPEN)}</s-link> : null}
        </s-stack>
      </s-stack>
    </s-banner>
  );
}

interface NoticeProps {
  readonly failure: Pick<Failure, 'kind' | 'retryAfterS'>;
  readonly words: Words;
  readonly onRetry: () => void;
  /** Where the place knows better than the kind of failure what has happened. */
  readonly says?: { readonly heading: string; readonly whatToDo: string } | undefined;
}
