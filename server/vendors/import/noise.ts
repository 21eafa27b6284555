/**
 * Lines that come along when somebody copies the page "Apps and sales channels" of the admin or a list of the app store.
 * Shopify publishes no form of that page (unverified), so what is left out is named in the preview, line by line.
 */
const WORDS: ReadonlySet<string> = new Set([
  ...['apps', 'apps and sales channels', 'sales channels', 'installed', 'installed apps', 'uninstalled', 'settings'],
  ...['uninstalled apps', 'open', 'open app', 'about', 'about app', 'manage', 'view details', 'view', 'details', 'pin'],
  ...['uninstall', 'remove', 'update', 'shopify app store', 'visit the shopify app store', 'customise your store'],
  ...['develop apps', 'app development', 'search', 'filter', 'sort', 'pinned', 'pinned apps', 'learn more', 'next'],
  ...[
    'learn more about apps',
    'previous',
    'app name',
    'free',
    'free plan',
    'free to install',
    'active',
    'more actions',
  ],
  ...['ऐप', 'ऐप्स', 'ऐप और बिक्री चैनल', 'ऐप्स और सेल्स चैनल', 'बिक्री चैनल', 'सेटिंग', 'सेटिंग्स', 'इंस्टॉल किए गए'],
  ...['खोलें', 'ऐप खोलें', 'अनइंस्टॉल करें', 'हटाएँ', 'देखें', 'और जानें', 'खोजें', 'विवरण देखें'],
]);
const BEGINS =
  /^(?:installed (?:on|about)|last (?:used|opened)|updated? |uninstalled (?:on|about)|version |by |developed by |\d+ (?:apps?|results?)\b)/;
const PRICE = /^(?:from )?[$₹€£]\s?\d|^\d+(?:\.\d+)? ?(?:usd|inr|eur)\b|\/month$/;
const NO_LETTER = /^[^\p{L}\p{N}]*$/u;

export function isNoise(line: string): boolean {
  const plain = line.toLowerCase().replace(/\s+/g, ' ').trim();
  return WORDS.has(plain) || BEGINS.test(plain) || PRICE.test(plain) || NO_LETTER.test(plain);
}
