import { Badge, BlockStack, Box, Card, InlineStack, Link, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { Standing } from '../../../core/api/home.ts';

/** Two numbers, always together: the score of what was assessed, and how much that was. */
export function ScoreCard({ standing }: { standing: Standing }) {
  const { t } = useTranslation('home');
  const { count, percent } = useFormat();

  if (standing.score === null) {
    return (
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('score.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('score.none')}
          </Text>
        </BlockStack>
      </Card>
    );
  }

  const coverage = standing.applicable === 0 ? 0 : standing.assessed / standing.applicable;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('score.title')}
          </Text>
          {standing.isEarly && <Badge tone="attention">{t('score.early')}</Badge>}
        </InlineStack>
        <InlineStack gap="200" blockAlign="end">
          <Text as="p" variant="heading3xl">
            <span aria-hidden="true">{count(standing.score)}</span>
            <Text as="span" visuallyHidden>
              {t('score.spoken', { score: count(standing.score) })}
            </Text>
          </Text>
          <Box paddingBlockEnd="100">
            <span aria-hidden="true">
              <Text as="span" tone="subdued">
                {t('score.of100')}
              </Text>
            </span>
          </Box>
        </InlineStack>
        <BlockStack gap="200">
          <Text as="p" id="coverage">
            {t('score.coverage', {
              count: standing.applicable,
              assessed: count(standing.assessed),
              share: percent(coverage),
            })}
          </Text>
          <ProgressBar progress={Math.round(coverage * 100)} size="small" tone="highlight" ariaLabelledBy="coverage" />
        </BlockStack>
        {standing.isEarly && (
          <Text as="p" tone="subdued">
            {t('score.earlyWhy')}
          </Text>
        )}
        <Link url="/checks">{t('score.how')}</Link>
      </BlockStack>
    </Card>
  );
}
