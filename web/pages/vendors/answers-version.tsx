import { Badge, BlockStack, Button, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import type { QuestionnaireVersion } from '../../../core/api/vendors.ts';
import { vendorQuestionById } from '../../../core/data/vendor-questions.ts';
import { visibleText } from '../../../core/visible-text.ts';

interface VersionProps {
  readonly vendorId: string;
  readonly version: QuestionnaireVersion;
  /** A person may mark that she read it. */
  readonly mayBeRead: boolean;
}

/** One set of answers. It never changes; a person marks that she read it. */
export function AnswersVersion({ vendorId, version, mayBeRead }: VersionProps) {
  const { t } = useTranslation('vendors');
  const { text } = useWords();
  const { count, date } = useFormat();
  const may = useMay();
  const review = useChangeVendor(vendorId);
  const [isOpen, setOpen] = useState(false);
  const answersId = useId();
  const number = count(version.version);
  const rows = version.answers.map((answer, index) => ({ ...answer, index }));
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t('questions.version', { number, date: date(version.answeredAt) })}
        </Text>
        {version.reviewedAt === null ? (
          <Badge tone="attention">{t('questions.toRead')}</Badge>
        ) : (
          <Badge tone="success">{t('questions.read')}</Badge>
        )}
      </InlineStack>
      <div className="prahari-wrap">
        <Text as="p" tone="subdued">
          {t('questions.by', { name: visibleText(version.answeredBy) })}
        </Text>
      </div>
      {version.reviewedAt !== null && (
        <Text as="p" tone="subdued">
          {t('questions.readBy', { date: date(version.reviewedAt), person: version.reviewedBy ?? '–' })}
        </Text>
      )}
      <InlineStack gap="200">
        <Button
          onClick={() => setOpen(!isOpen)}
          ariaExpanded={isOpen}
          ariaControls={answersId}
          accessibilityLabel={t(isOpen ? 'questions.hideOf' : 'questions.showOf', { number })}
        >
          {t(isOpen ? 'questions.hide' : 'questions.show')}
        </Button>
        {mayBeRead && version.reviewedAt === null && (
          <Button
            disabled={!may.manage}
            loading={review.isPending}
            onClick={() =>
              review.mutate(
                { act: 'review-questionnaire', version: version.version },
                { onSuccess: () => toast(t('questions.readToast')) },
              )
            }
          >
            {t('questions.markRead')}
          </Button>
        )}
      </InlineStack>
      <ActProblem id={`read-${version.version}`} error={review.error} />
      <Collapsible id={answersId} open={isOpen}>
        {isOpen && (
          <RowTable
            caption={t('questions.version', { number, date: date(version.answeredAt) })}
            rows={rows}
            keyOf={({ index }) => String(index)}
            columns={[
              {
                title: t('questions.question'),
                cell: ({ questionId }) => {
                  const question = vendorQuestionById(questionId);
                  return question ? text(question.text) : visibleText(questionId);
                },
              },
              { title: t('questions.answer'), cell: ({ answer }) => t(`questions.answers.${answer}`) },
              {
                title: t('questions.inWords'),
                cell: ({ words }) => (words === null ? t('questions.noWords') : visibleText(words)),
              },
            ]}
          />
        )}
      </Collapsible>
    </BlockStack>
  );
}
