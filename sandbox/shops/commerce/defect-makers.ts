import type { ShopDefect } from '../../defect.ts';
import type { ShopState } from '../shop-state.ts';
import type { OrderSlip, ShopProduct } from './commerce-state.ts';
import { ordersOf } from './orders.ts';
import { productNamed } from './products.ts';
import { PLACE_OF_SLIP } from './slips.ts';

interface Words {
  readonly id: string;
  readonly title: string;
  readonly checkId: string;
}

/** Something wrong with one product, told by how it was written up. The app takes no webhook about products. */
export function productDefect({
  handle,
  isWrong,
  wrong,
  right,
  ...words
}: Words & {
  handle: string;
  isWrong: (product: ShopProduct) => boolean;
  wrong: (product: ShopProduct) => void;
  right: (product: ShopProduct) => void;
}): ShopDefect {
  const product = (shop: ShopState) => productNamed(shop.commerce.products, handle);
  const write = (shop: ShopState, change: (product: ShopProduct) => void, nowIso: string) => {
    change(product(shop));
    product(shop).updatedAt = nowIso;
  };
  return {
    where: 'shop',
    ...words,
    webhookTopic: null,
    adminPaths: (shop) => [productPath(shop, handle)],
    isPresent: (shop) => isWrong(product(shop)),
    plant: (shop, nowIso) => write(shop, wrong, nowIso),
    mend: (shop, nowIso) => write(shop, right, nowIso),
  };
}

/** Something that went wrong with one order in each 58 days. Mending it makes it as if it never had. */
export function orderDefect(
  { slip, ...words }: Words & { slip: OrderSlip },
  also: { plant?: (shop: ShopState, nowIso: string) => void; mend?: (shop: ShopState) => void } = {},
): ShopDefect {
  return {
    where: 'shop',
    ...words,
    webhookTopic: null,
    adminPaths(shop, nowMs) {
      const place = PLACE_OF_SLIP[slip];
      const order = ordersOf(shop, nowMs).find(
        ({ number, isTest }) => !isTest && number % shop.commerce.ordersHeld === place,
      );
      return [order ? `/orders/${order.id}` : '/orders'];
    },
    isPresent: ({ commerce }) => commerce.slips.includes(slip),
    plant(shop, nowIso) {
      shop.commerce.slips = [...shop.commerce.slips.filter((one) => one !== slip), slip];
      also.plant?.(shop, nowIso);
    },
    mend(shop) {
      shop.commerce.slips = shop.commerce.slips.filter((one) => one !== slip);
      also.mend?.(shop);
    },
  };
}

/** A setting of taxes, which may show on one product: set where rates and States are set. */
export function taxDefect(
  { handle, ...words }: Words & { handle?: string },
  setting: Pick<ShopDefect, 'isPresent'> & { plant: (shop: ShopState) => void; mend: (shop: ShopState) => void },
): ShopDefect {
  const adminPaths = (shop: ShopState) => [
    '/settings/taxes',
    ...(handle === undefined ? [] : [productPath(shop, handle)]),
  ];
  return { where: 'shop', ...words, webhookTopic: null, adminPaths, ...setting };
}

function productPath({ commerce }: ShopState, handle: string): string {
  return `/products/${productNamed(commerce.products, handle).id}`;
}
