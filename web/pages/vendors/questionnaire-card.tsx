import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor, useSendQuestionnaire } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CopyBlock } from './copy-block.tsx';
import { AnswersVersion } from './answers-version.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';

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
          <AnswersVersion key={version.version} vendorId={vendor.id} version={version} mayBeRead={index === 0} />
        ))}
      </BlockStack>
    </Card>
  );
}

/** What we answer to the questions that we ask others. */
export function OwnAnswersCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('questions.ours')}
          </Text>
          <Text as="p" tone="subdued">
            {t('questions.oursWords')}
          </Text>
        </BlockStack>
        {vendor.questionnaire.versions.map((version) => (
          <AnswersVersion key={version.version} vendorId={vendor.id} version={version} mayBeRead={false} />
        ))}
      </BlockStack>
    </Card>
  );
}
