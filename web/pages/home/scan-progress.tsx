import { BlockStack, Icon, InlineGrid, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { CheckCircleIcon, MinusCircleIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { DashedCircleIcon } from '../../components/dashed-circle-icon.tsx';
import type { ScanProgress } from '../../../core/api/home.ts';

const ICONS = { waiting: DashedCircleIcon, collected: CheckCircleIcon, unavailable: MinusCircleIcon } as const;
const TONES = { waiting: 'subdued', collected: 'success', unavailable: 'caution' } as const;

/** A scan as it goes: each source ticks when it answered. Judging is the last part of the way. */
export function ScanProgressList({ scan }: { scan: ScanProgress }) {
  const { t } = useTranslation('home');
  const answered = scan.collectors.filter(({ state }) => state !== 'waiting').length;
  const steps = scan.collectors.length + 1;
  const progress = scan.state === 'done' ? 100 : Math.round((answered / steps) * 100);
  return (
    <BlockStack gap="300">
      <Text as="p" id="scan-state">
        {t(`scan.state.${scan.state}`, { count: scan.collectors.length, answered })}
      </Text>
      <ProgressBar progress={progress} size="small" tone="highlight" ariaLabelledBy="scan-state" />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
        {scan.collectors.map(({ kind, state }) => (
          <InlineStack key={kind} gap="200" wrap={false} blockAlign="center">
            <span>
              <Icon source={ICONS[state]} tone={TONES[state]} accessibilityLabel={t(`scan.collector.${state}`)} />
            </span>
            <Text as="span" {...(state === 'waiting' && { tone: 'subdued' as const })}>
              {t(`common:evidence.${kind}`)}
            </Text>
          </InlineStack>
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
