import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { mendFirst } from './controls-of-step.ts';
import { StepFigures } from './step-figures.tsx';
import type { SecurityBoard, StepStanding } from '../../../core/api/security.ts';
import { STEP_NAMES } from '../../../core/data/controls.ts';

/** One of the ten steps: its score, how much of it is known, and what fails first. */
export function StepCard({ standing, board }: { standing: StepStanding; board: SecurityBoard }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { count } = useFormat();
  const { step, assessed } = standing;
  const first = mendFirst(board, step);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          <Link url={`/security/${step}`} removeUnderline monochrome>
            {t('step.name', { step: count(step), name: text(STEP_NAMES[step]) })}
          </Link>
        </Text>
        <StepFigures standing={standing} />
        {first ? (
          <InlineStack gap="100" align="start">
            <Text as="span" tone="subdued">
              {t('step.mendFirst')}
            </Text>
            <Link url={`/security/${step}#${first.id}`}>{text(first.title)}</Link>
          </InlineStack>
        ) : (
          <Text as="p" tone="subdued">
            {assessed === 0 ? t('step.nothingKnown') : t('step.noneFails')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
