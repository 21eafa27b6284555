import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ScanProgressList } from './scan-progress.tsx';
import type { ScanProgress } from '../../../core/api/home.ts';

/** The scan that goes now. It may be left alone: the results come to Home by themselves. */
export function ScanCard({ scan }: { scan: ScanProgress }) {
  const { t } = useTranslation('home');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('scan.title')}
        </Text>
        <ScanProgressList scan={scan} />
        <Text as="p" tone="subdued">
          {t('scan.mayLeave')}
        </Text>
      </BlockStack>
    </Card>
  );
}
