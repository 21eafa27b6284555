import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { INDIA_TILES } from './india-tiles.ts';
import type { StatePlaces } from '../../../core/evidence/summaries.ts';

interface StateTilesProps {
  readonly places: readonly StatePlaces[];
  readonly wrongTax: ReadonlySet<string>;
}

/** India as equal tiles. A picture of the table beside it: its label says the finding, its parts are not read out. */
export function StateTiles({ places, wrongTax }: StateTilesProps) {
  const { t } = useTranslation('gst');
  const registered = new Set(places.filter(({ isRegistered }) => isRegistered).map(({ state }) => state));
  const goods = new Set(places.filter(({ locations }) => locations.length > 0).map(({ state }) => state));
  const label = [
    t('tiles.registered', { count: registered.size }),
    t('tiles.goods', { count: goods.size }),
    ...(wrongTax.size > 0 ? [t('tiles.wrong', { count: wrongTax.size })] : []),
  ].join(' ');
  return (
    <BlockStack gap="300">
      <div className="prahari-tiles" role="img" aria-label={label}>
        {Object.entries(INDIA_TILES).map(([code, [letters, column, row]]) => (
          <span
            key={code}
            className="prahari-tile"
            aria-hidden="true"
            style={{ gridColumn: column, gridRow: row }}
            {...marks(registered.has(code), goods.has(code), wrongTax.has(code))}
          >
            {letters}
          </span>
        ))}
      </div>
      <BlockStack gap="150">
        <Key label={t('tiles.key.registered')} shown={marks(true, false, false)} />
        <Key label={t('tiles.key.goods')} shown={marks(false, true, false)} />
        <Key label={t('tiles.key.both')} shown={marks(true, true, false)} />
        {wrongTax.size > 0 && <Key label={t('tiles.key.wrong')} shown={marks(false, false, true)} />}
      </BlockStack>
    </BlockStack>
  );
}

function marks(isRegistered: boolean, hasGoods: boolean, hasWrongTax: boolean) {
  return {
    ...(isRegistered && { 'data-registered': true }),
    ...(hasGoods && { 'data-goods': true }),
    ...(hasWrongTax && { 'data-wrong': true }),
  };
}

function Key({ label, shown }: { label: string; shown: ReturnType<typeof marks> }) {
  return (
    <InlineStack gap="200" blockAlign="center" wrap={false}>
      <span className="prahari-tile prahari-tile-key" aria-hidden="true" {...shown} />
      <Text as="span" variant="bodySm">
        {label}
      </Text>
    </InlineStack>
  );
}
