import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/purchase.thank-you.block.render';
import { orderGid } from '../../shared/buyer-api.ts';
import { renderCalmly } from '../../shared/calm.tsx';
import { useHostSignal } from '../../shared/use-signal.ts';
import { wordsOf } from '../../shared/words.ts';
import { AfterOrder } from './after-order.tsx';

declare const shopify: Api;

function ThankYou() {
  const confirmation = useHostSignal(shopify.orderConfirmation);
  const delivery = useHostSignal(shopify.shippingAddress) ?? null;
  const orderId = orderGid(confirmation?.order.id);
  if (orderId === null) return null;
  return (
    <AfterOrder
      words={wordsOf(shopify.i18n)}
      order={{ orderId, confirmation: confirmation?.number ?? null }}
      token={() => shopify.sessionToken.get()}
      delivery={delivery}
      isNew
    />
  );
}

export default function thankYou(): void {
  renderCalmly(<ThankYou />);
}
