/** A MoneyBag in rupees; the shop sells in one currency. */
export function moneyBag(paise: number) {
  const money = { amount: decimal(paise), currencyCode: 'INR' };
  return { shopMoney: money, presentmentMoney: money };
}

/** As Shopify writes a Decimal: "590.0", "590.25". */
export function decimal(paise: number): string {
  const text = (paise / 100).toFixed(2);
  return text.endsWith('0') ? text.slice(0, -1) : text;
}
