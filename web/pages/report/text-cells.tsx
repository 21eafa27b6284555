import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { ReportDue } from '../../../core/report/weekly-report.ts';

/** A sentence, and what stands below it in grey. */
export function Twofold({ words, note }: { words: string; note: string }) {
  return (
    <BlockStack gap="050">
      <Text as="span">{words}</Text>
      {note !== '' && (
        <Text as="span" tone="subdued" variant="bodySm">
          {note}
        </Text>
      )}
    </BlockStack>
  );
}

/** A day that no source confirmed says so. */
export function useDueDay(): (due: Pick<ReportDue, 'on' | 'isVerified'>) => string {
  const { t } = useTranslation('gst');
  const { day } = useFormat();
  return ({ on, isVerified }) => (isVerified ? day(on) : t('calendar.doubtful', { day: day(on) }));
}
