import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { BuyerNumberShown, OrderGst } from '../../../core/api/order-gst.ts';
import type { Words } from '../../shared/words.ts';

interface BuyerProps {
  readonly order: OrderGst;
  readonly words: Words;
}

/** Each number of the buyer with what is known of it; or that this is a consumer's order, and which tax is due. */
export function BuyerNumbers({ order, words }: BuyerProps) {
  const { tax, buyerNumbers, buyerBusiness } = order;
  return (
    <s-stack direction="block" gap="small">
      <s-heading>{words.t('buyer.title')}</s-heading>
      {buyerBusiness === null ? null : (
        <s-text>
          {words.t('buyer.business')}: {buyerBusiness}
        </s-text>
      )}
      {buyerNumbers.map((number, at) => (
        <BuyerNumber key={at} number={number} words={words} />
      ))}
      {buyerNumbers.some(({ isUsed }) => isUsed) ? null : (
        <s-paragraph>
          {words.t(buyerNumbers.length === 0 ? 'buyer.none' : 'buyer.noneUsed')}
          {tax.isJudged ? ` ${words.t('buyer.due', { heads: words.t(`heads.${tax.expected}`) })}` : ''}
        </s-paragraph>
      )}
    </s-stack>
  );
}

function BuyerNumber({ number, words }: { readonly number: BuyerNumberShown; readonly words: Words }) {
  const { gstin, couldExist } = number;
  return (
    <s-stack direction="block" gap="small-300">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text type="strong" fontVariantNumeric="tabular-nums" dir="ltr">
          {gstin}
        </s-text>
        <s-badge tone={couldExist ? 'success' : 'critical'}>
          {words.t(couldExist ? 'buyer.couldExist' : 'buyer.cannotExist')}
        </s-badge>
        {number.isUsed ? <s-badge tone="info">{words.t('buyer.used')}</s-badge> : null}
      </s-stack>
      <s-text color="subdued">{words.t(`buyer.place.${number.place}`)}</s-text>
      <s-paragraph>{words.of(number.verdict)}</s-paragraph>
      {couldExist ? <s-text color="subdued">{registryLine(number.registry, words)}</s-text> : null}
    </s-stack>
  );
}

function registryLine(registry: BuyerNumberShown['registry'], words: Words): string {
  if (registry === null) return words.t('registry.nobody');
  return words.t('registry.told', {
    status: words.t(`registry.${registry.status ?? 'unknown'}`),
    service: LOOK_UP_SERVICE_FACTS[registry.service].name,
    time: words.moment(registry.learnedAt),
  });
}
