import type { Words } from '../../shared/words.ts';

/** Parts for which there is a sentence of their own. */
const KNOWN: readonly string[] = ['protected-data', 'read_orders', 'read_companies', 'read_locations'];

/** What Shopify did not show us, and what to do so that it does. */
export function MissingParts({ missing, words }: { readonly missing: readonly string[]; readonly words: Words }) {
  if (missing.length === 0) return null;
  return (
    <s-banner tone="info" heading={words.t('missing.title')}>
      <s-stack direction="block" gap="small">
        {missing.map((part) => (
          <s-paragraph key={part}>
            {KNOWN.includes(part) ? words.t(`missing.${part}`) : words.t('missing.other', { scope: part })}
          </s-paragraph>
        ))}
        {missing.some(isScope) ? <s-link href="app:settings">{words.t('missing.allow')}</s-link> : null}
      </s-stack>
    </s-banner>
  );
}

/** What the merchant can allow; access to protected data is given to the app by Shopify. */
function isScope(part: string): boolean {
  return part !== 'protected-data';
}
