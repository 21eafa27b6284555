import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { useStatementWords } from './use-statement-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { QuestionRow } from '../../../core/api/security.ts';
import type { Question } from '../../../core/data/questions.ts';

interface StatementLineProps {
  readonly question: Question;
  /** Undefined while the answers come. */
  readonly row: QuestionRow | undefined;
  readonly onAnswer: () => void;
  /** Of its heading; a page skips none. */
  readonly level: 'h3' | 'h4';
}

/** What somebody said about a question that only a person can answer, and until when it counts. */
export function StatementLine({ question, row, onAnswer, level }: StatementLineProps) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const may = useMay();
  const said = useStatementWords()(row);
  return (
    <BlockStack gap="100">
      <Text as={level} variant="headingSm">
        {text(question.text)}
      </Text>
      <Text as="p" tone="subdued">
        {said}
      </Text>
      <InlineStack>
        <Button
          variant="plain"
          disabled={!may.manage}
          onClick={onAnswer}
          accessibilityLabel={t(row?.answer == null ? 'statement.answerTo' : 'statement.changeOf', {
            question: text(question.text),
          })}
        >
          {row?.answer == null ? t('statement.answer') : t('statement.change')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
