import { BlockStack, Box, Button, Collapsible, Icon, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DashedCircleIcon } from '../../components/dashed-circle-icon.tsx';
import { isRunning } from '../../api/scan.ts';
import { useMay } from '../../api/home.ts';
import { ScanProgressList } from './scan-progress.tsx';
import type { GuideStep, Home } from '../../../core/api/home.ts';

const GstinStep = lazy(async () => ({ default: (await import('./gstin-step.tsx')).GstinStep }));

interface GuideStepRowProps {
  readonly step: { readonly id: GuideStep; readonly isDone: boolean };
  readonly isNext: boolean;
  readonly home: Home;
  readonly onCheck: () => void;
}

/** One step: its state, its name, why it is asked, and the act itself. */
export function GuideStepRow({ step, isNext, home, onCheck }: GuideStepRowProps) {
  const { t } = useTranslation('home');
  // What was open stays open when it is done: another GSTIN may follow the first.
  const [isOpen, setOpen] = useState(isNext);
  const [wasNext, setWasNext] = useState(isNext);
  const id = useId();
  if (isNext !== wasNext) {
    setWasNext(isNext);
    if (isNext) setOpen(true);
  }
  return (
    <Box padding="200" borderRadius="200" {...(isOpen && { background: 'bg-surface-secondary' as const })}>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <Box>
          <Icon
            source={step.isDone ? CheckCircleIcon : DashedCircleIcon}
            tone={step.isDone ? 'success' : 'subdued'}
            accessibilityLabel={step.isDone ? t('guide.done') : t('guide.notDone')}
          />
        </Box>
        <div style={{ flex: 1, minWidth: 0 }}>
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              <button
                type="button"
                className="prahari-step"
                aria-expanded={isOpen}
                aria-controls={id}
                onClick={() => setOpen(!isOpen)}
              >
                {t(`guide.${step.id}.title`)}
              </button>
            </Text>
            <Collapsible id={id} open={isOpen} transition={false}>
              <BlockStack gap="300">
                <Text as="p" tone="subdued">
                  {t(`guide.${step.id}.why`)}
                </Text>
                <StepAct id={step.id} home={home} onCheck={onCheck} />
              </BlockStack>
            </Collapsible>
          </BlockStack>
        </div>
      </InlineStack>
    </Box>
  );
}

function StepAct({ id, home, onCheck }: { id: GuideStep; home: Home; onCheck: () => void }) {
  const { t } = useTranslation('home');
  const may = useMay();
  const first = home.doNext[0];
  switch (id) {
    case 'gstin':
      return (
        <Suspense fallback={<SkeletonBodyText lines={3} />}>
          <GstinStep isDisabled={!may.manage} />
        </Suspense>
      );
    case 'first-check':
      if (home.scan && isRunning(home.scan)) return <ScanProgressList scan={home.scan} />;
      return (
        <InlineStack>
          <Button variant="primary" onClick={onCheck} disabled={!may.manage}>
            {t('checkNow')}
          </Button>
        </InlineStack>
      );
    case 'first-mend':
      return (
        <InlineStack>
          <Button url={first ? `/alerts/${first.id}` : '/alerts'}>
            {first ? t('guide.openFirst') : t('guide.openAlerts')}
          </Button>
        </InlineStack>
      );
  }
}
