import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useRetryJob } from '../../api/rhythm.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { FailedJob } from '../../../core/api/rhythm.ts';

/** Work that was given up, why, and a button that has it done again. */
export function FailedCard({ failed, isOpen }: { failed: readonly FailedJob[]; isOpen: boolean }) {
  const { t } = useTranslation('rhythm');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('failed.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t(failed.length === 0 ? 'failed.none' : 'failed.words')}
        </Text>
        {failed.map((job) => (
          <FailedRow key={job.id} job={job} isOpen={isOpen} />
        ))}
      </BlockStack>
    </Card>
  );
}

function FailedRow({
  job: { id, job, failedAt, attempts, code, isRetried },
  isOpen,
}: {
  job: FailedJob;
  isOpen: boolean;
}) {
  const { t } = useTranslation('rhythm');
  const { dateTime } = useFormat();
  const may = useMay();
  const retry = useRetryJob();
  const name = t(`job.${job}`, { defaultValue: t('job.other') });
  return (
    <Box borderBlockStartWidth="025" borderColor="border" paddingBlockStart="300">
      <BlockStack gap="200">
        <InlineStack gap="400" align="space-between" blockAlign="center">
          <BlockStack>
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <Text as="span">{t(`code.${code}`, { defaultValue: t('code.other') })}</Text>
            <Text as="span" tone="subdued">
              {t('failed.when', { time: dateTime(failedAt), count: attempts })}
            </Text>
          </BlockStack>
          <Button
            onClick={() => retry.mutate(id, { onSuccess: () => toast(t('failed.retriedToast')) })}
            loading={retry.isPending}
            disabled={!may.manage || !isOpen || isRetried}
            accessibilityLabel={t('failed.retryOf', { name })}
          >
            {t(isRetried ? 'failed.retried' : 'failed.retry')}
          </Button>
        </InlineStack>
        <ActProblem id={`retry-${id}`} error={retry.error} />
      </BlockStack>
    </Box>
  );
}
