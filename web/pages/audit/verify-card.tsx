import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useVerifyAudit } from '../../api/audit.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { AuditProof } from '../../../core/api/audit.ts';

/** Whether the log is as it was written, in words, with the line to write down. */
export function VerifyCard() {
  const { t } = useTranslation('audit');
  const verify = useVerifyAudit();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="400" align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('verify.title')}
          </Text>
          <Button onClick={() => verify.mutate()} loading={verify.isPending}>
            {t('verify.button')}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('verify.words')}
        </Text>
        <div role="status">{verify.data && <Verdict proof={verify.data} />}</div>
        <ActProblem id="verify" error={verify.error} />
      </BlockStack>
    </Card>
  );
}

function Verdict({ proof: { broken, entries, lastSeq, lastHash, signature, verifiedAt } }: { proof: AuditProof }) {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormat();
  if (broken) {
    return (
      <BlockStack gap="100">
        <Text as="p" tone="critical" fontWeight="semibold">
          {t('verify.broken', { seq: broken.seq })}
        </Text>
        <Text as="p">{t(`verify.how.${broken.what}`)}</Text>
        <Text as="p">{t('verify.next')}</Text>
      </BlockStack>
    );
  }
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        {t('verify.whole', { count: entries, time: dateTime(verifiedAt) })}
      </Text>
      {lastHash !== null && (
        <Text as="p" breakWord>
          {t('verify.head', { seq: lastSeq, hash: lastHash })}
        </Text>
      )}
      {signature === 'key-gone' && <Text as="p">{t('verify.keyGone')}</Text>}
    </BlockStack>
  );
}
