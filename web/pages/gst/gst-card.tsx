import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import type { GstFile } from '../../api/gst.ts';
import { useGstFile } from './use-gst-file.ts';

interface GstCardProps {
  readonly title: string;
  /** One line under the title. */
  readonly words?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the GST page. */
export function GstCard({ title, words, action, children }: GstCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {action}
          </InlineStack>
          {words !== undefined && (
            <Text as="p" tone="subdued">
              {words}
            </Text>
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}

/** The list behind a card as a file; what went wrong stands beside the button. */
export function FileButton({ file, of }: { file: GstFile; of: string }) {
  const { t } = useTranslation('gst');
  const { run, isPending, error } = useGstFile(file);
  const label = file === 'calendar' ? t('exportCalendar') : t('exportCsv');
  return (
    <BlockStack gap="100">
      <Button variant="plain" loading={isPending} onClick={run} accessibilityLabel={`${label}: ${of}`}>
        {label}
      </Button>
      <ActProblem id={`file-${file}`} error={error} />
    </BlockStack>
  );
}
