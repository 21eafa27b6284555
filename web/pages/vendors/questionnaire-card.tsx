import { Badge, BlockStack, Button, Card, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor, useSendQuestionnaire } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { CopyBlock } from './copy-block.tsx';
import type { QuestionnaireVersion, VendorDetails } from '../../../core/api/vendors.ts';
import { vendorQuestionById } from '../../../core/data/vendor-questions.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Questions to the vendor, behind a link that needs no log-in; and each version of what it answered. */
export function QuestionnaireCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const { date, dateTime } = useFormat();
  const may = useMay();
  const send = useSendQuestionnaire(vendor.id);
  const withdraw = useChangeVendor(vendor.id);
  const { linkEndsAt, versions } = vendor.questionnaire;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('questions.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('questions.words')}
          </Text>
        </BlockStack>
        {linkEndsAt !== null && <Text as="p">{t('questions.isOut', { date: date(linkEndsAt) })}</Text>}
        <InlineStack gap="200">
          <Button disabled={!may.manage} loading={send.isPending} onClick={() => send.mutate()}>
            {t(linkEndsAt === null ? 'questions.send' : 'questions.sendAgain')}
          </Button>
          {linkEndsAt !== null && (
            <Button
              variant="tertiary"
              disabled={!may.manage}
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(
                  { act: 'withdraw-questionnaire' },
                  {
                    onSuccess: () => {
                      send.reset();
                      toast(t('questions.withdrawn'));
                    },
                  },
                )
              }
            >
              {t('questions.withdraw')}
            </Button>
          )}
        </InlineStack>
        <div role="status">
          {send.data && (
            <BlockStack gap="200">
              <CopyBlock label={t('questions.link')} value={send.data.url} />
              <Text as="p" tone="subdued">
                {t('questions.sendYourself', { time: dateTime(send.data.expiresAt) })}
              </Text>
            </BlockStack>
          )}
        </div>
        <ActProblem id="questionnaire" error={send.error ?? withdraw.error} />
        {versions.length === 0 && <Text as="p">{t('questions.none')}</Text>}
        {versions.map((version, index) => (
          <Version key={version.version} vendorId={vendor.id} version={version} isNewest={index === 0} />
        ))}
      </BlockStack>
    </Card>
  );
}

interface VersionProps {
  readonly vendorId: string;
  readonly version: QuestionnaireVersion;
  readonly isNewest: boolean;
}

/** One set of answers. It never changes; a person marks that she read it. */
function Version({ vendorId, version, isNewest }: VersionProps) {
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
        {isNewest && version.reviewedAt === null && (
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
