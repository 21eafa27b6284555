import { Badge, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SeverityBadge } from '../../components/badges.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { behaviourRows, secretRows } from './script-rows.ts';
import type { StorefrontBoard } from '../../../core/api/security.ts';

/** Keys in code that everybody can read, and code that does what skimmers do. */
export function CodeCard({ board }: { board: StorefrontBoard }) {
  const { t } = useTranslation('storefront');
  const { count } = useFormat();
  const secrets = secretRows(board);
  const behaviours = behaviourRows(board);
  const partial = board.theme.filter(({ isPartial }) => isPartial);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('code.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('code.words', { count: board.themeFiles, shown: count(board.themeFiles) })}
          </Text>
        </BlockStack>
        {secrets.length === 0 ? (
          <Text as="p">{t('code.noSecrets')}</Text>
        ) : (
          <RowTable
            caption={t('code.secrets')}
            rows={secrets}
            keyOf={({ place, seen }) => `${place} ${seen.type} ${seen.line}`}
            columns={[
              { title: t('code.type'), cell: ({ seen }) => <code>{seen.type}</code> },
              {
                title: t('common:severity.label'),
                cell: ({ seen }) =>
                  seen.level === 'critical' ? <SeverityBadge severity="critical" /> : <Badge>{t('code.public')}</Badge>,
              },
              { title: t('code.place'), cell: ({ place, seen }) => t('code.at', { place, line: count(seen.line) }) },
              { title: t('code.lastFour'), cell: ({ seen }) => `…${seen.lastFour}` },
            ]}
          />
        )}
        {behaviours.length === 0 ? (
          <Text as="p">{t('code.noBehaviours')}</Text>
        ) : (
          <RowTable
            caption={t('code.behaviours')}
            rows={behaviours}
            keyOf={({ place, seen }) => `${place} ${seen.behaviour} ${seen.line}`}
            columns={[
              { title: t('code.does'), cell: ({ seen }) => t(`behaviour.${seen.behaviour}`) },
              { title: t('code.place'), cell: ({ place, seen }) => t('code.at', { place, line: count(seen.line) }) },
              { title: t('code.host'), cell: ({ seen }) => seen.host ?? t('code.noHost') },
            ]}
          />
        )}
        {partial.length > 0 && (
          <Text as="p" tone="subdued">
            {t('code.partial', {
              count: partial.length,
              shown: count(partial.length),
              file: partial[0]?.filename ?? '',
            })}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
