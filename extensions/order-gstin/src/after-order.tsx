import type {} from '@shopify/ui-extensions/purchase.thank-you.block.render';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuyerOrderGstin, BuyerOrderState } from '../../../core/api/buyer-gstin.ts';
import { maskGstin } from '../../../core/gst/mask-gstin.ts';
import { createBuyerApi } from '../../shared/buyer-api.ts';
import { GstinField } from '../../shared/gstin-field.tsx';
import type { Delivery } from '../../shared/delivery.ts';
import { useSending } from '../../shared/use-sending.ts';
import type { Words } from '../../shared/words.ts';
import { askState } from './order-state.ts';
import type { OwnOrder } from './order-state.ts';

export interface AfterOrderProps {
  readonly words: Words;
  readonly order: OwnOrder;
  readonly token: () => Promise<string>;
  readonly delivery: Delivery | null;
  /** The order was placed just now. */
  readonly isNew: boolean;
}

/** For an order without a number: one field, one button. Shows nothing where nothing can be given. */
export function AfterOrder({ words, order, token, delivery, isNew }: AfterOrderProps) {
  const api = useRef(createBuyerApi({ token })).current;
  const [state, setState] = useState<BuyerOrderState | null>(null);
  const [isChanging, setChanging] = useState(false);
  const { orderId, confirmation } = order;
  const { step, gstin, refusal, trouble, type, send } = useSending(words, (number) => {
    const body: BuyerOrderGstin = { orderId, confirmation, gstin: number };
    return api.post('/orders/gstin', body);
  });

  useEffect(() => {
    let isHere = true;
    void askState(api, { orderId, confirmation }, { isNew }).then((answer) => {
      if (isHere) setState(answer);
    });
    return () => {
      isHere = false;
    };
  }, [api, orderId, confirmation, isNew]);

  if (state === null) return null;
  if (step === 'sent') {
    return <s-banner tone="success" heading={words.t('sent', { gstin: maskGstin(gstin) })} />;
  }
  if (step === 'closed' || step === 'not-open') return <s-banner tone="info" heading={words.t(step)} />;
  if (state.gstin !== null && !isChanging) {
    return (
      <s-stack gap="base">
        <s-text>{words.t('stands', { gstin: maskGstin(state.gstin) })}</s-text>
        <s-button variant="secondary" onClick={() => setChanging(true)}>
          {words.t('change')}
        </s-button>
      </s-stack>
    );
  }
  return (
    <s-stack gap="base">
      <s-heading>{words.t('heading')}</s-heading>
      <s-text color="subdued">{words.t('whatFor')}</s-text>
      <GstinField
        words={words}
        value={gstin}
        onValue={type}
        delivery={delivery}
        moment="later"
        isDisabled={step === 'sending'}
        refusal={refusal}
      />
      <s-button variant="secondary" loading={step === 'sending'} onClick={() => void send()}>
        {words.t('add')}
      </s-button>
      <s-stack accessibilityRole="status">{trouble === null ? null : <s-text>{words.t(trouble)}</s-text>}</s-stack>
    </s-stack>
  );
}
