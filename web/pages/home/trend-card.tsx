import { BlockStack, Button, Card, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_COLOUR, SCORE_COLOUR, TrendChart } from '../../components/trend-chart.tsx';
import { useFormat } from '../../format/use-format.ts';
import { coveragePercent, trendFinding } from './trend-words.ts';
import type { TrendPoint } from '../../../core/api/home.ts';

/** Is it getting better? The score as steps, coverage beside it, and the same numbers as a table. */
export function TrendCard({ trend }: { trend: readonly TrendPoint[] }) {
  const { t } = useTranslation('home');
  const [isTable, setTable] = useState(false);
  const finding = trendFinding(trend);
  const points = trend.map((point) => ({ ...point, coverage: coveragePercent(point) }));
  const words = t(`trend.${finding.kind}`, { ...finding, count: trend.length });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('trend.title')}
          </Text>
          <Text as="p" tone="subdued">
            {words}
          </Text>
        </BlockStack>
        <TrendChart points={points} label={words} />
        <InlineStack gap="400" blockAlign="center" align="space-between">
          <InlineStack gap="400" align="start">
            <Key colour={SCORE_COLOUR} label={t('trend.score')} isDashed={false} />
            <Key colour={COVERAGE_COLOUR} label={t('trend.coverage')} isDashed />
          </InlineStack>
          <Button
            variant="plain"
            ariaExpanded={isTable}
            ariaControls="trend-table"
            disclosure={isTable ? 'up' : 'down'}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? t('trend.hideTable') : t('trend.showTable')}
          </Button>
        </InlineStack>
        <Collapsible id="trend-table" open={isTable} transition={false}>
          <TrendTable trend={trend} />
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function Key({ colour, label, isDashed }: { colour: string; label: string; isDashed: boolean }) {
  return (
    <InlineStack gap="200" align="start" blockAlign="center" wrap={false}>
      <svg width="20" height="4" aria-hidden="true">
        <line
          x1="0"
          y1="2"
          x2="20"
          y2="2"
          stroke={colour}
          strokeWidth={isDashed ? 1.5 : 3}
          strokeDasharray={isDashed ? '4 4' : undefined}
        />
      </svg>
      <Text as="span" variant="bodySm">
        {label}
      </Text>
    </InlineStack>
  );
}

function TrendTable({ trend }: { trend: readonly TrendPoint[] }) {
  const { t } = useTranslation('home');
  const { dateTime, count } = useFormat();
  return (
    <table className="prahari-table">
      <caption>
        <Text as="span" visuallyHidden>
          {t('trend.title')}
        </Text>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('trend.time')}</th>
          <th scope="col" data-number>
            {t('trend.score')}
          </th>
          <th scope="col" data-number>
            {t('trend.coverage')}
          </th>
        </tr>
      </thead>
      <tbody>
        {trend.map((point) => (
          <tr key={point.takenAt}>
            <td>{dateTime(point.takenAt)}</td>
            <td data-number>{point.score === null ? t('trend.noScore') : count(point.score)}</td>
            <td data-number>{`${count(coveragePercent(point))}%`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
