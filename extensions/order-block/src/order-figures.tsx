import { Fragment } from 'preact';
import type { OrderGst } from '../../../core/api/order-gst.ts';
import type { Answer } from '../../shared/admin-api.ts';
import type { Words } from '../../shared/words.ts';
import { BuyerNumbers } from './buyer-numbers.tsx';
import { CheckAgain } from './check-again.tsx';
import { HeadsTable } from './heads-table.tsx';
import { MissingParts } from './missing-parts.tsx';
import { buyerFault, verdictBadge, wasRead } from './order-verdict.ts';

interface FiguresProps {
  readonly order: OrderGst;
  readonly words: Words;
  readonly checkAgain: () => Promise<Answer<OrderGst>>;
  readonly onFigures: (order: OrderGst) => void;
}

/** All that is known of one order: verdict first, then the buyer, the place, the sums and what is to be done. */
export function OrderFigures({ order, words, checkAgain, onFigures }: FiguresProps) {
  const { tax } = order;
  const badge = verdictBadge(tax);
  const fault = buyerFault(order);
  return (
    <s-stack direction="block" gap="base">
      <s-stack direction="block" gap="small-200">
        <s-stack direction="inline" gap="small" alignItems="center">
          <s-badge tone={badge.tone}>{words.t(badge.key)}</s-badge>
          {fault === null ? null : (
            <s-badge tone="critical">
              {fault === 'cannotExist'
                ? words.t('badge.gstin')
                : words.t('badge.registry', { status: words.t(`registry.${fault}`) })}
            </s-badge>
          )}
          {tax.isJudged && tax.differencePaise > 0 ? (
            <s-text type="strong">{words.t('difference', { rupees: words.rupees(tax.differencePaise) })}</s-text>
          ) : null}
        </s-stack>
        <s-paragraph>{words.of(tax.sentence)}</s-paragraph>
      </s-stack>
      {wasRead(order) ? (
        <Fragment>
          <s-divider />
          <BuyerNumbers order={order} words={words} />
        </Fragment>
      ) : null}
      {tax.isJudged ? (
        <Fragment>
          <s-divider />
          <s-stack direction="block" gap="small-300">
            <s-heading>{words.t('supply.title')}</s-heading>
            <s-text>
              {words.t('supply.place', { state: words.state(tax.placeOfSupply), code: tax.placeOfSupply })}
            </s-text>
            <s-text color="subdued">
              {words.t('supply.way', { from: words.state(tax.dispatchState), to: words.state(tax.deliveryState) })}
            </s-text>
          </s-stack>
          <HeadsTable tax={tax} words={words} />
        </Fragment>
      ) : wasRead(order) ? (
        <s-text>{words.t('heads.taxCharged', { rupees: words.rupees(tax.taxPaise) })}</s-text>
      ) : null}
      <MissingParts missing={order.missing} words={words} />
      <OpenAlerts alerts={order.alerts} words={words} />
      {order.moreLines ? <s-text color="subdued">{words.t('lines', { number: order.lines })}</s-text> : null}
      <s-divider />
      <CheckAgain order={order} words={words} checkAgain={checkAgain} onFigures={onFigures} />
    </s-stack>
  );
}

function OpenAlerts({ alerts, words }: Pick<OrderGst, 'alerts'> & { readonly words: Words }) {
  if (alerts.length === 0) return null;
  return (
    <s-stack direction="block" gap="small-300">
      <s-heading>{words.t('alerts.title')}</s-heading>
      <s-unordered-list>
        {alerts.map(({ id, severity, sentence }) => (
          <s-list-item key={id}>
            {words.t(`alerts.${severity}`)}:{' '}
            <s-link href={`app:alerts/${encodeURIComponent(id)}`}>{words.of(sentence)}</s-link>
          </s-list-item>
        ))}
      </s-unordered-list>
    </s-stack>
  );
}
