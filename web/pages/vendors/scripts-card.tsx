import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useScripts } from '../../api/scripts.ts';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { standingRows } from '../scripts/inventory-rows.ts';
import { shortIdentity } from '../scripts/short-identity.ts';
import { useScriptsWords } from '../scripts/use-scripts-words.ts';

const ROWS_AT_MOST = 10;

/** Scripts of this vendor on the shop's pages; what waits stands first. Decisions are taken on the page of scripts. */
export function VendorScriptsCard({ vendorId }: { vendorId: string }) {
  const { t } = useTranslation('vendors');
  const { t: told } = useTranslation('scripts');
  const { count } = useFormat();
  const words = useScriptsWords();
  const scripts = useScripts();
  if (!scripts.data) return null;
  const rows = standingRows(scripts.data).filter((row) => row.vendorId === vendorId);
  const more = rows.length - ROWS_AT_MOST;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('scripts.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t(rows.length === 0 ? 'scripts.none' : 'scripts.words')}
          </Text>
        </BlockStack>
        {rows.length > 0 && (
          <RowTable
            caption={t('scripts.title')}
            rows={rows.slice(0, ROWS_AT_MOST)}
            keyOf={({ identity }) => identity}
            columns={[
              { title: t('scripts.one'), cell: ({ identity }) => shortIdentity(identity).short },
              { title: t('scripts.pages'), cell: ({ pageKinds }) => words.pages(pageKinds) },
              { title: t('scripts.decision'), cell: ({ standing }) => told(`standing.${standing}`) },
            ]}
          />
        )}
        {more > 0 && (
          <Text as="p" tone="subdued">
            {t('plot.more', { count: more, shown: count(more) })}
          </Text>
        )}
        <InlineStack>
          <Button url={`/vendors/scripts?vendor=${encodeURIComponent(vendorId)}`}>{t('scripts.ofVendor')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
