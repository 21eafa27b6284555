import { BlockStack, Button, ButtonGroup, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { ApiProblem } from '../../api/problems.ts';
import { reportFile, useSendReport } from '../../api/reports.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../core/api/reports.ts';
import type { Day } from '../../../core/time.ts';
import { ReportCard } from './report-card.tsx';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
};

/** The week as files, and once more to all who get it. */
export function FilesCard({ monday }: { monday: Day }) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  const save = (format: ReportFormat) => {
    setError(null);
    setBusy(format);
    reportFile(monday, format, language)
      .then(
        (file) => {
          saveFile(`prahari-week-${monday}.${format}`, file, TYPES[format]);
          toast(t('common:toast.fileSaved'));
        },
        (problem: unknown) => setError(problem),
      )
      .finally(() => setBusy(null));
  };
  return (
    <ReportCard title={t('files.title')} words={t('files.words')}>
      <BlockStack gap="400">
        <InlineStack>
          <ButtonGroup>
            {REPORT_FORMATS.map((format) => (
              <Button
                key={format}
                loading={busy === format}
                disabled={busy !== null && busy !== format}
                accessibilityLabel={t('files.get', { format: format.toUpperCase() })}
                onClick={() => save(format)}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </ButtonGroup>
        </InlineStack>
        <ActProblem id="report-file" error={error} />
        <Send monday={monday} />
      </BlockStack>
    </ReportCard>
  );
}

function Send({ monday }: { monday: Day }) {
  const { t } = useTranslation('report');
  const may = useMay();
  const send = useSendReport();
  const waitMinutes = minutesToWait(send.error);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p" tone="subdued">
        {t('files.sendWords')}
      </Text>
      <InlineStack gap="400" blockAlign="center">
        <Button
          disabled={!may.manage}
          loading={send.isPending}
          onClick={() =>
            send.mutate(monday, {
              onSuccess: ({ deliveries }) =>
                toast(deliveries === 0 ? t('files.nobody') : t('files.sent', { count: deliveries })),
            })
          }
        >
          {t('files.send')}
        </Button>
        <Link url="/notices">{t('files.who')}</Link>
      </InlineStack>
      {waitMinutes !== null ? (
        <div role="alert">
          <Text as="p">{t('files.tooSoon', { count: waitMinutes })}</Text>
        </div>
      ) : (
        <ActProblem id="report-send" error={send.error} />
      )}
    </BlockStack>
  );
}

/** Null: it is not that it was sent a short while ago. */
function minutesToWait(error: unknown): number | null {
  if (!(error instanceof ApiProblem) || error.problem.status !== 429) return null;
  return Math.max(1, Math.ceil((error.retryAfterS ?? 3_600) / 60));
}
