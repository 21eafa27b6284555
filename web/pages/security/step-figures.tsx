import { BlockStack, InlineGrid, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { coverageOf, isEarly } from './controls-of-step.ts';
import { ShareBar } from './share-bar.tsx';
import type { StepStanding } from '../../../core/api/security.ts';

/** Score and coverage of one step, side by side. */
export function StepFigures({ standing }: { standing: StepStanding }) {
  const { t } = useTranslation('security');
  const { count } = useFormat();
  const { score, assessed, applicable } = standing;
  const early = isEarly(standing);
  return (
    <InlineGrid columns={2} gap="400">
      <BlockStack gap="100">
        <Text as="p">
          {score === null ? t('step.noScore') : t(early ? 'step.earlyScore' : 'step.score', { score: count(score) })}
        </Text>
        {score !== null && <ShareBar share={score / 100} look={early ? 'early' : 'score'} />}
      </BlockStack>
      <BlockStack gap="100">
        <Text as="p">{t('standing.assessed', { count: applicable, assessed: count(assessed) })}</Text>
        <ShareBar share={coverageOf(standing)} look="coverage" />
      </BlockStack>
    </InlineGrid>
  );
}
