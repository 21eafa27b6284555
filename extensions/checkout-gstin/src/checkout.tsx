import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/purchase.checkout.block.render';
import { renderCalmly } from '../../shared/calm.tsx';
import { CheckoutGstin } from './checkout-gstin.tsx';

declare const shopify: Api;

export default function checkout(): void {
  renderCalmly(<CheckoutGstin host={shopify} />);
}
