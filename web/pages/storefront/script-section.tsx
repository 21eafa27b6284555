import { BlockStack, Button, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { SeenHost } from './host-card.tsx';
import { SCRIPT_ORDERS, scriptRows, type ScriptOrder } from './script-rows.ts';
import { Section } from './section.tsx';

const ROWS_AT_FIRST = 20;

/** Every script that the pages load, by host, by how many pages have it, or by what protects it. */
export function ScriptSection({ host }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  const { list } = useFormat();
  const [order, setOrder] = useState<ScriptOrder>('host');
  const [isWhole, setWhole] = useState(false);
  const rows = scriptRows(host, order);
  const foreign = new Set(rows.flatMap((row) => (row.host === null || row.host === host.host ? [] : [row.host])));
  return (
    <Section
      title={t('script.title')}
      sum={t('script.sum', {
        scripts: t('script.count', { count: rows.length }),
        hosts: t('script.hosts', { count: foreign.size }),
      })}
    >
      {rows.length === 0 ? (
        <Text as="p">{t('script.none')}</Text>
      ) : (
        <BlockStack gap="300">
          <InlineStack>
            <Select
              label={t('script.order')}
              labelInline
              options={SCRIPT_ORDERS.map((value) => ({ value, label: t(`script.orders.${value}`) }))}
              value={order}
              onChange={(value) => setOrder(SCRIPT_ORDERS.find((known) => known === value) ?? 'host')}
            />
          </InlineStack>
          <RowTable
            caption={t('script.title')}
            rows={isWhole ? rows : rows.slice(0, ROWS_AT_FIRST)}
            keyOf={({ key }) => key}
            columns={[
              { title: t('script.host'), cell: (row) => row.host ?? t('script.inPage') },
              {
                title: t('script.address'),
                cell: ({ address, hash }) => <code>{pathOf(address) ?? hash ?? t('script.noHash')}</code>,
              },
              { title: t('script.pages'), cell: ({ pages }) => list(pages.map((page) => t(`page.${page}`))) },
              {
                title: t('script.protection'),
                cell: ({ scheme, hasIntegrity }) =>
                  t(
                    scheme === 'http' || scheme === 'protocol-relative'
                      ? `script.over.${scheme}`
                      : hasIntegrity
                        ? 'script.checksum'
                        : scheme === 'inline'
                          ? 'script.inline'
                          : 'script.noChecksum',
                  ),
              },
            ]}
          />
          {!isWhole && rows.length > ROWS_AT_FIRST && (
            <InlineStack>
              <Button variant="plain" onClick={() => setWhole(true)}>
                {t('script.showAll', { count: rows.length })}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      )}
    </Section>
  );
}

/** "/s/files/theme.js" of an address; the host has a column of its own. */
function pathOf(address: string | null): string | null {
  if (address === null) return null;
  return URL.canParse(address) ? new URL(address).pathname : address;
}
