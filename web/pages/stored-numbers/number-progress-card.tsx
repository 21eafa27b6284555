import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** A screen reader hears each quarter, not each row. */
const TOLD_STEPS = 4;

interface NumberProgressCardProps {
  readonly names: readonly string[];
  readonly rows: number;
  readonly share: number;
  readonly onStop: () => void;
}

export function NumberProgressCard({ names, rows, share, onStop }: NumberProgressCardProps) {
  const { t } = useTranslation('storefront');
  const { count, list, percent } = useFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id="numbers-progress">
          {t('numbers.running')}
        </Text>
        <Text as="p" breakWord>
          {list(names)}
        </Text>
        <ProgressBar progress={share * 100} size="small" ariaLabelledBy="numbers-progress" animated={false} />
        <Text as="p" tone="subdued" numeric>
          {t('numbers.rows', { count: rows, shown: count(rows) })}
        </Text>
        <div role="status">
          <Text as="span" visuallyHidden>
            {t('numbers.share', { share: percent(Math.floor(share * TOLD_STEPS) / TOLD_STEPS) })}
          </Text>
        </div>
        <InlineStack>
          <Button onClick={onStop}>{t('numbers.stop')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
