import { useState } from 'preact/hooks';
import type { OrderGst } from '../../../core/api/order-gst.ts';
import type { Answer, Failure } from '../../shared/admin-api.ts';
import { FailureNotice } from '../../shared/notice.tsx';
import type { Words } from '../../shared/words.ts';
import { hasChanged } from './order-verdict.ts';

interface CheckAgainProps {
  readonly order: OrderGst;
  readonly words: Words;
  readonly checkAgain: () => Promise<Answer<OrderGst>>;
  readonly onFigures: (order: OrderGst) => void;
}

/** Has the order read and judged anew, and says how it went. The figures that are there stay until new ones come. */
export function CheckAgain({ order, words, checkAgain, onFigures }: CheckAgainProps) {
  const [isRunning, setIsRunning] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(): Promise<void> {
    if (isRunning) return;
    setIsRunning(true);
    setSaid(words.t('check.running'));
    setFailure(null);
    const answer = await checkAgain();
    setIsRunning(false);
    if (answer.kind === 'ok') {
      setSaid(words.t(hasChanged(order, answer.value) ? 'check.changed' : 'check.same'));
      onFigures(answer.value);
    } else {
      setSaid('');
      setFailure(answer);
    }
  }

  return (
    <s-stack direction="block" gap="small">
      <s-text color="subdued">{words.t('asOf', { time: words.moment(order.asOf) })}</s-text>
      {order.mayCheck ? (
        <s-stack direction="inline" gap="base" alignItems="center">
          <s-button onClick={() => void run()} loading={isRunning}>
            {words.t('check.now')}
          </s-button>
        </s-stack>
      ) : (
        <s-text color="subdued">{words.t('check.notAllowed')}</s-text>
      )}
      <s-box accessibilityRole="status">{said === '' ? null : <s-text>{said}</s-text>}</s-box>
      {failure === null ? null : <FailureNotice failure={failure} words={words} onRetry={() => void run()} />}
    </s-stack>
  );
}
