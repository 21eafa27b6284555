import { BlockStack, Button, Card, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TrendChart } from './trend-chart.tsx';

interface TrendFrameProps {
  /** Of the table's place on the page. */
  readonly id: string;
  readonly title: string;
  /** What the line tells, in a sentence; the drawing's words for those who do not see it. */
  readonly words: string;
  readonly points: Parameters<typeof TrendChart>[0]['points'];
  /** What is drawn, above the drawing. */
  readonly choice?: ReactNode;
  readonly legend?: ReactNode;
  /** The same numbers, folded away until somebody asks. */
  readonly table: ReactNode;
}

/** Is it getting better? A sentence, the line, and the numbers behind it. */
export function TrendFrame({ id, title, words, points, choice, legend, table }: TrendFrameProps) {
  const { t } = useTranslation('home');
  const [isTable, setTable] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {words}
          </Text>
        </BlockStack>
        {choice}
        <TrendChart points={points} label={words} />
        <InlineStack gap="400" blockAlign="center" align={legend === undefined ? 'end' : 'space-between'}>
          {legend}
          <Button
            variant="plain"
            ariaExpanded={isTable}
            ariaControls={id}
            disclosure={isTable ? 'up' : 'down'}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? t('trend.hideTable') : t('trend.showTable')}
          </Button>
        </InlineStack>
        <Collapsible id={id} open={isTable} transition={false}>
          {table}
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
