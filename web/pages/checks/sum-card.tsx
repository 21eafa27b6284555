import { BlockStack, Card, InlineGrid, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { sumOf } from './board.ts';
import type { Standing } from '../../../core/api/home.ts';
import type { ScorePart } from '../../../core/judgement.ts';

/** The score as a sum, and how much of the shop it speaks for. */
export function SumCard({ standing, parts }: { standing: Standing; parts: readonly ScorePart[] }) {
  const { t } = useTranslation('checks');
  const { count, dateTime } = useFormat();
  const sum = sumOf(parts);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {sum.score === null ? t('sum.noScore') : t('sum.score', { score: count(sum.score) })}
            </Text>
            {sum.score !== null && (
              <Text as="p">{t('sum.words', { points: count(sum.points), weight: count(sum.weight) })}</Text>
            )}
          </BlockStack>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('sum.coverage', { assessed: count(standing.assessed), count: standing.applicable })}
            </Text>
            <Text as="p">{standing.isEarly ? t('sum.early') : t('sum.coverageWords')}</Text>
          </BlockStack>
        </InlineGrid>
        <Text as="p" tone="subdued">
          {t('sum.asOf', { time: dateTime(standing.takenAt) })}
        </Text>
      </BlockStack>
    </Card>
  );
}
