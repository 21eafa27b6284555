import { BlockStack, Box, Card, Divider, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonLine } from '../../components/reason/reason-line.tsx';
import type { EvidenceItem } from '../../../core/api/security.ts';
import { QUESTIONS } from '../../../core/data/questions.ts';

export type MissingItem = EvidenceItem & { readonly reason: NonNullable<EvidenceItem['reason']> };

interface MissingListProps {
  readonly items: readonly MissingItem[];
  readonly onAnswer: (questionId: string) => void;
}

/** What is not known: why, and the one thing to do about it. */
export function MissingList({ items, onAnswer }: MissingListProps) {
  const { t } = useTranslation('security');
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('evidence.missing')}
          </Text>
          <Text as="p" tone="subdued">
            {t('evidence.missingWords')}
          </Text>
        </BlockStack>
      </Box>
      {items.map(({ kind, reason, missingScopes }) => (
        <Fragment key={kind}>
          <Divider />
          <Box padding="400">
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                {t(`common:evidence.${kind}`)}
              </Text>
              <ReasonLine
                reason={{ kind, reason, missingScopes }}
                questions={QUESTIONS}
                onAnswer={onAnswer}
                hasCheckButton={false}
              />
            </BlockStack>
          </Box>
        </Fragment>
      ))}
    </Card>
  );
}
