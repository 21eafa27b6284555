import { BlockStack, Button } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/home.ts';
import { isRunning, useScan, useStartScan } from '../api/scan.ts';
import { ActProblem } from './act-problem.tsx';

/** Starts a check from where its figures are missing. */
export function CheckNowButton() {
  const { t } = useTranslation('home');
  const may = useMay();
  const { data: scan } = useScan(null);
  const start = useStartScan();
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button onClick={() => start.mutate()} loading={start.isPending} disabled={!may.manage || isRunning(scan)}>
        {isRunning(scan) ? t('common:checking') : t('checkNow')}
      </Button>
      <ActProblem id="check-now-here" error={start.error} />
    </BlockStack>
  );
}
