import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SampleSwitch } from './sample-switch.tsx';
import type { DataAtRestState } from '../../../core/api/security.ts';
import type { DataSample } from '../../../core/evidence/data-at-rest.ts';

/** Numbers in the shop's own notes and tags, as the last check saw them. */
export function SampleCard({ state }: { state: DataAtRestState }) {
  const { t } = useTranslation('storefront');
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('sample.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('sample.words')}
          </Text>
        </BlockStack>
        <SampleSwitch state={state} />
        {state.isSampleOn && state.missingScopes.length === 0 && <Sample sample={state.sample} />}
      </BlockStack>
    </Card>
  );
}

function Sample({ sample }: { sample: DataSample | null }) {
  const { t } = useTranslation('storefront');
  const { count } = useFormat();
  if (sample === null) return <Text as="p">{t('sample.notYet')}</Text>;
  const read = t('sample.read', { count: sample.orders, shown: count(sample.orders) });
  if (sample.seen.length === 0) return <Text as="p">{t('sample.none', { read })}</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p">{t('sample.some', { read, count: sample.seen.length, shown: count(sample.seen.length) })}</Text>
      <RowTable
        caption={t('sample.table')}
        rows={sample.seen.map((seen, index) => ({ ...seen, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            title: t('sample.subject'),
            cell: ({ subject, adminPath }) =>
              adminPath === null ? (
                subject
              ) : (
                <Link url={adminAddress(adminPath)} target="_top">
                  {subject}
                </Link>
              ),
          },
          { title: t('sample.place'), cell: ({ place }) => t(`place.${place}`) },
          { title: t('found.type'), cell: ({ type }) => t(`oneNumber.${type}`) },
          { title: t('found.lastFour'), cell: ({ lastFour }) => `…${lastFour}` },
        ]}
      />
    </BlockStack>
  );
}
