import { useState } from 'preact/hooks';
import type { OrderGstRow } from '../../../core/api/order-gst.ts';
import type { Words } from '../../shared/words.ts';
import { countsOf, worstFirst } from './order-rows.ts';

/** As many as one looks through at once in a window over the page. */
const STEP = 25;

const TONES = { right: 'success', wrong: 'critical', 'not-judged': 'neutral', 'not-found': 'warning' } as const;

interface ListProps {
  readonly rows: readonly OrderGstRow[];
  readonly words: Words;
}

/** How many need work, are right, and could not be judged; and what is at stake in all. */
export function OrderCounts({ rows, words }: ListProps) {
  const { right, wrong, notJudged, differencePaise } = countsOf(rows);
  return (
    <s-stack direction="block" gap="small-300">
      <s-stack direction="inline" gap="small">
        <s-badge tone={wrong > 0 ? 'critical' : 'neutral'}>{words.t('count.wrong', { number: wrong })}</s-badge>
        <s-badge tone={right > 0 ? 'success' : 'neutral'}>{words.t('count.right', { number: right })}</s-badge>
        <s-badge tone="neutral">{words.t('count.notJudged', { number: notJudged })}</s-badge>
      </s-stack>
      {differencePaise > 0 ? (
        <s-text type="strong">{words.t('difference', { rupees: words.rupees(differencePaise) })}</s-text>
      ) : null}
    </s-stack>
  );
}

/** Each order with its sentence, the worst first. */
export function OrderList({ rows, words }: ListProps) {
  const [shown, setShown] = useState(STEP);
  const sorted = worstFirst(rows);
  return (
    <s-stack direction="block" gap="base">
      <s-stack direction="block" gap="base" accessibilityRole="unordered-list">
        {sorted.slice(0, shown).map((row) => (
          <s-box key={row.id} accessibilityRole="list-item">
            <OneOrder row={row} words={words} />
          </s-box>
        ))}
      </s-stack>
      {shown >= rows.length ? null : (
        <s-button onClick={() => setShown(shown + STEP)}>{words.t('showMore', { left: rows.length - shown })}</s-button>
      )}
    </s-stack>
  );
}

function OneOrder({ row, words }: { readonly row: OrderGstRow; readonly words: Words }) {
  const { id, name, result, differencePaise, sentence } = row;
  return (
    <s-stack direction="block" gap="small-400">
      <s-stack direction="inline" gap="small" alignItems="center">
        {name === null ? <s-text>{id}</s-text> : <s-link href={`shopify:admin/orders/${id}`}>{name}</s-link>}
        <s-badge tone={TONES[result]}>{words.t(`result.${result}`)}</s-badge>
        {differencePaise > 0 ? <s-text type="strong">{words.rupees(differencePaise)}</s-text> : null}
      </s-stack>
      <s-text color="subdued">{words.of(sentence)}</s-text>
    </s-stack>
  );
}
