import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** A screen reader hears each quarter, not each row. */
const TOLD_STEPS = 4;

interface ProgressCardProps {
  readonly name: string;
  readonly rows: number;
  readonly share: number;
  readonly onStop: () => void;
}

export function ProgressCard({ name, rows, share, onStop }: ProgressCardProps) {
  const { t } = useTranslation('verify');
  const { count, percent } = useFormat();
  const told = Math.floor(share * TOLD_STEPS) / TOLD_STEPS;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id="bulk-progress">
          {t('running.title')}
        </Text>
        <Text as="p" breakWord>
          {name}
        </Text>
        <ProgressBar progress={share * 100} size="small" ariaLabelledBy="bulk-progress" animated={false} />
        <Text as="p" tone="subdued" numeric>
          {t('running.rows', { count: rows, shown: count(rows) })}
        </Text>
        <div role="status">
          <Text as="span" visuallyHidden>
            {t('running.share', { share: percent(told) })}
          </Text>
        </div>
        <InlineStack>
          <Button onClick={onStop}>{t('running.stop')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
