import { BlockStack, Box, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckRow } from './check-row.tsx';
import type { BoardRow, Group } from './board.ts';

/** The checks with one outcome, and what that outcome means. */
export function GroupCard({ group, rows }: { group: Group; rows: readonly BoardRow[] }) {
  const { t } = useTranslation('checks');
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <InlineStack gap="200" align="space-between">
            <Text as="h2" variant="headingMd">
              {t(`group.${group}.title`)}
            </Text>
            <Text as="p" tone="subdued">
              {t('group.count', { count: rows.length })}
            </Text>
          </InlineStack>
          <Text as="p" tone="subdued">
            {t(`group.${group}.words`)}
          </Text>
        </BlockStack>
      </Box>
      {rows.map((row) => (
        <Fragment key={row.result.checkId}>
          <Divider />
          <CheckRow row={row} />
        </Fragment>
      ))}
    </Card>
  );
}
