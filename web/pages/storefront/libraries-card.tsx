import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SeverityBadge } from '../../components/badges.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { libraryRows } from './script-rows.ts';
import type { StorefrontBoard } from '../../../core/api/security.ts';

const MOST_PLACES = 3;

/** Script libraries by version, those with known flaws first, and how old the list of flaws is. */
export function LibrariesCard({ board }: { board: StorefrontBoard }) {
  const { t } = useTranslation('storefront');
  const { day } = useFormat();
  const rows = libraryRows(board);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('library.title')}
          </Text>
          <Text as="p" tone="subdued">
            {board.libraries === null ? t('library.noList') : t('library.words', { day: day(board.libraries.dataDay) })}
          </Text>
        </BlockStack>
        {rows.length === 0 ? (
          <Text as="p">{t('library.none')}</Text>
        ) : (
          <RowTable
            caption={t('library.title')}
            rows={rows}
            keyOf={({ component, version }) => `${component} ${version}`}
            columns={[
              { title: t('library.library'), cell: ({ component, version }) => `${component} ${version}` },
              {
                title: t('library.worst'),
                cell: ({ flaw }) =>
                  flaw ? (
                    <span className="prahari-nowrap">
                      <SeverityBadge severity={flaw.worst} />
                    </span>
                  ) : (
                    t(board.libraries === null ? 'library.unknown' : 'library.noFlaw')
                  ),
              },
              {
                title: t('library.cves'),
                cell: ({ flaw }) =>
                  flaw === null
                    ? t('library.nothing')
                    : [...flaw.cves, ...(flaw.isEndOfLife ? [t('library.endOfLife')] : [])].join(', ') ||
                      t('library.nothing'),
              },
              {
                title: t('library.places'),
                cell: ({ places }) => (
                  <BlockStack gap="050">
                    {places.slice(0, MOST_PLACES).map((place) => (
                      <span key={place} className="prahari-wrap">
                        {place}
                      </span>
                    ))}
                    {places.length > MOST_PLACES && (
                      <Text as="span" tone="subdued">
                        {t('library.more', { count: places.length - MOST_PLACES })}
                      </Text>
                    )}
                  </BlockStack>
                ),
              },
            ]}
          />
        )}
      </BlockStack>
    </Card>
  );
}
