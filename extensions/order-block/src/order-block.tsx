import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render';
import type { OrderGst } from '../../../core/api/order-gst.ts';
import { api, digitsOf } from '../../shared/admin-api.ts';
import type { Answer } from '../../shared/admin-api.ts';
import { AnswerBlock, BrokenBlock, FAULT, GONE } from '../../shared/answer-block.tsx';
import { renderCalmly } from '../../shared/calm.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { wordsOf } from '../../shared/words.ts';
import type { Words } from '../../shared/words.ts';
import { OrderFigures } from './order-figures.tsx';
import { isOrderGst, summaryOf } from './order-verdict.ts';

declare const shopify: Api;

export default async function extension(): Promise<void> {
  const words = wordsOf(shopify.i18n);
  renderCalmly(<OrderBlock words={words} />, <BrokenBlock words={words} />);
}

/** GST of the order that is open. */
function OrderBlock({ words }: { readonly words: Words }) {
  const id = digitsOf(shopify.data.selected[0]?.id);
  const { answer, load, show } = useAnswer(id, readOrder);
  return (
    <AnswerBlock
      answer={answer}
      words={words}
      summaryOf={(order) => summaryOf(order, words)}
      onRetry={load}
      // The order is there, since its page is open: it is too old to be shown to an app.
      goneSays={{ heading: words.t('gone.heading'), whatToDo: words.t('gone.whatToDo') }}
    >
      {(order) => (
        <OrderFigures
          order={order}
          words={words}
          checkAgain={async () => (id === null ? GONE : whole(await api.post<OrderGst>(`/orders/${id}/check`)))}
          onFigures={show}
        />
      )}
    </AnswerBlock>
  );
}

const readOrder = async (id: string) => whole(await api.get<OrderGst>(`/orders/${id}/gst`));

function whole(answer: Answer<OrderGst>): Answer<OrderGst> {
  return answer.kind === 'ok' && !isOrderGst(answer.value) ? FAULT : answer;
}
