import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeSettings } from '../../api/settings.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { GuideStepRow } from './guide-step-row.tsx';
import { nextStep } from './guide-steps.ts';
import type { Home } from '../../../core/api/home.ts';

/** Three steps that tick themselves. The first that is not done stands open; any may be opened. */
export function SetupGuideCard({ home, onCheck }: { home: Home; onCheck: () => void }) {
  const { t } = useTranslation('home');
  const may = useMay();
  const change = useChangeSettings();
  const { steps } = home.guide;
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = nextStep(home);

  const hide = () => change.mutate({ guideHidden: true }, { onSuccess: () => toast(t('common:toast.guideHidden')) });
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="300">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {next === null ? t('guide.allDone') : t('guide.title')}
            </Text>
            <Button variant="tertiary" onClick={hide} disabled={!may.manage} loading={change.isPending}>
              {t('guide.hide')}
            </Button>
          </InlineStack>
          <InlineStack gap="300" blockAlign="center" wrap={false}>
            <Text as="p" tone="subdued" id="guide-progress">
              {t('guide.progress', { done, count: steps.length })}
            </Text>
            <div style={{ flex: 1, maxWidth: '12rem' }}>
              <ProgressBar
                progress={(done / steps.length) * 100}
                size="small"
                tone="primary"
                ariaLabelledBy="guide-progress"
              />
            </div>
          </InlineStack>
          <ActProblem id="guide" error={change.error} />
        </BlockStack>
      </Box>
      <Box padding="200" paddingBlockStart="0">
        {steps.map((step) => (
          <GuideStepRow key={step.id} step={step} isNext={step.id === next} home={home} onCheck={onCheck} />
        ))}
      </Box>
    </Card>
  );
}
