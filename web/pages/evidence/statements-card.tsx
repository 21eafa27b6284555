import { BlockStack, Box, Card, Divider, SkeletonBodyText, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuestions } from '../../api/security.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { StatementLine } from '../../components/statement/statement-line.tsx';
import { QUESTIONS } from '../../../core/data/questions.ts';

/** What people of the shop stated: who, when, until when. Each can be changed or taken back. */
export function StatementsCard({ onAnswer }: { onAnswer: (questionId: string) => void }) {
  const { t } = useTranslation('security');
  const questions = useQuestions();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('statement.all')}
          </Text>
          <Text as="p" tone="subdued">
            {t('statement.allWords')}
          </Text>
        </BlockStack>
      </Box>
      {questions.isPending ? (
        <Box padding="400" paddingBlockStart="0">
          <SkeletonBodyText lines={6} />
        </Box>
      ) : !questions.data ? (
        <Box padding="400" paddingBlockStart="0">
          <ActProblem id="statements" error={questions.error} />
        </Box>
      ) : (
        QUESTIONS.map((question) => (
          <Fragment key={question.id}>
            <Divider />
            <Box padding="400">
              <StatementLine
                question={question}
                row={questions.data.find(({ questionId }) => questionId === question.id)}
                level="h3"
                onAnswer={() => onAnswer(question.id)}
              />
            </Box>
          </Fragment>
        ))
      )}
    </Card>
  );
}
