import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/customer-account.order-status.block.render';
import { orderGid } from '../../shared/buyer-api.ts';
import { renderCalmly } from '../../shared/calm.tsx';
import { useHostSignal } from '../../shared/use-signal.ts';
import { wordsOf } from '../../shared/words.ts';
import { AfterOrder } from './after-order.tsx';

declare const shopify: Api;

/** Whoever is signed in is named by his token; whoever came by the link of a mail shows the order's own number. */
function OrderStatus() {
  const order = useHostSignal(shopify.order);
  const delivery = useHostSignal(shopify.shippingAddress) ?? null;
  const orderId = orderGid(order?.id);
  if (orderId === null) return null;
  return (
    <AfterOrder
      words={wordsOf(shopify.i18n)}
      order={{ orderId, confirmation: order?.confirmationNumber ?? null }}
      token={() => shopify.sessionToken.get()}
      delivery={delivery}
      isNew={false}
    />
  );
}

export default function orderStatus(): void {
  renderCalmly(<OrderStatus />);
}
