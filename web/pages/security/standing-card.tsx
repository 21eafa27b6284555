import { Badge, BlockStack, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { coverageOf, isEarly } from './controls-of-step.ts';
import { ShareBar } from './share-bar.tsx';
import type { SecurityBoard } from '../../../core/api/security.ts';

/** Two numbers, always together: a shop of which little is known must not look safe. */
export function StandingCard({ board }: { board: SecurityBoard }) {
  const { t } = useTranslation('security');
  const { count, percent } = useFormat();
  const isScoreEarly = board.score !== null && isEarly(board);
  // Rounded down: 59.7% is not 60%, at which a score is early no more.
  const coverage = Math.floor(coverageOf(board) * 100) / 100;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <BlockStack gap="200">
            <InlineStack gap="200" align="start" blockAlign="center">
              <Text as="h2" variant="headingMd">
                {t('standing.score')}
              </Text>
              {isScoreEarly && <Badge tone="attention">{t('standing.early')}</Badge>}
            </InlineStack>
            <Text as="p" variant="headingXl">
              {board.score === null ? t('standing.noScore') : t('standing.of100', { score: count(board.score) })}
            </Text>
            {board.score !== null && <ShareBar share={board.score / 100} look={isScoreEarly ? 'early' : 'score'} />}
          </BlockStack>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t('standing.coverage')}
            </Text>
            <Text as="p" variant="headingXl">
              {percent(coverage)}
            </Text>
            <ShareBar share={coverage} look="coverage" />
            <Text as="p" tone="subdued">
              {t('standing.assessed', { count: board.applicable, assessed: count(board.assessed) })}
            </Text>
          </BlockStack>
        </InlineGrid>
        <Text as="p" tone="subdued">
          {isScoreEarly ? t('standing.earlyWhy') : t('standing.why')}
        </Text>
      </BlockStack>
    </Card>
  );
}
