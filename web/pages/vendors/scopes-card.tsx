import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useVendorWords } from './use-vendor-words.ts';
import type { ScopeRow, VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** What the vendor may do in the shop, the gravest first; what it did not ask for at the approval is marked. */
export function ScopesCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const words = useVendorWords();
  const { scopes, scopesFrom } = vendor;
  const rows = (scopes ?? []).toSorted(
    (one, other) => weight(other) - weight(one) || one.scope.localeCompare(other.scope),
  );
  return (
    <div id="permissions">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('scopes.title')}
            </Text>
            <Text as="p" tone="subdued">
              {scopes === null
                ? t('scopes.unknown')
                : scopes.length === 0
                  ? t('scopes.none')
                  : t(scopesFrom === 'stated' ? 'scopes.stated' : 'scopes.told')}
            </Text>
          </BlockStack>
          {rows.length > 0 && (
            <RowTable
              caption={t('scopes.title')}
              rows={rows}
              keyOf={({ scope }) => scope}
              columns={[
                {
                  title: t('scopes.what'),
                  cell: (row) => (
                    <BlockStack gap="050" inlineAlign="start">
                      <Text as="span">{words.scope(row.scope)}</Text>
                      <Text as="span" tone="subdued" variant="bodySm" breakWord>
                        {visibleText(row.scope)}
                      </Text>
                    </BlockStack>
                  ),
                },
                {
                  title: t('scopes.weight'),
                  cell: ({ sensitivity }) => t(`scopes.sensitivity.${sensitivity ?? 'unknown'}`),
                },
                {
                  title: t('scopes.marks'),
                  cell: (row) =>
                    !row.isGrown && !row.isStorefrontCode ? (
                      '–'
                    ) : (
                      <InlineStack gap="100">
                        {row.isGrown && <Badge tone="attention">{t('scopes.grown')}</Badge>}
                        {row.isStorefrontCode && <Badge tone="warning">{t('scopes.code')}</Badge>}
                      </InlineStack>
                    ),
                },
              ]}
            />
          )}
        </BlockStack>
      </Card>
    </div>
  );
}

/** What nobody knows stands first: it is not harmless. */
const weight = ({ isGrown, sensitivity }: ScopeRow): number => (isGrown ? 10 : 0) + (sensitivity ?? 5);
