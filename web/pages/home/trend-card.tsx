import { BlockStack, Button, Card, Collapsible, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../format/use-format.ts';
import { CHART_HEIGHT } from './trend-size.ts';
import { coveragePercent, trendFinding } from './trend-words.ts';
import type { TrendPoint } from '../../../core/api/home.ts';

/** Dark enough on white, and told apart without colour: the second line is thin and dashed. */
const SCORE_COLOUR = '#0072B2';
const COVERAGE_COLOUR = '#616161';

/** A dot for each check, as long as they stay apart; the newest point of a step line has no other mark. */
const MOST_DOTS = 30;

/** Is it getting better? The score as steps, coverage beside it, and the same numbers as a table. */
export function TrendCard({ trend }: { trend: readonly TrendPoint[] }) {
  const { t } = useTranslation('home');
  const [isTable, setTable] = useState(false);
  const finding = trendFinding(trend);
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
        <TrendChart trend={trend} label={words} />
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

function TrendChart({ trend, label }: { trend: readonly TrendPoint[]; label: string }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const points = trend.map((point) => ({
    at: date(point.takenAt),
    score: point.score,
    coverage: coveragePercent(point),
  }));
  const text = { fontSize: 12, fill: COVERAGE_COLOUR };
  return (
    <div role="img" aria-label={label} style={{ height: CHART_HEIGHT }}>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT} initialDimension={{ width: 600, height: CHART_HEIGHT }}>
        <LineChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: -16 }}>
          <CartesianGrid vertical={false} stroke="#E3E3E3" />
          <XAxis dataKey="at" tick={text} tickLine={false} minTickGap={48} />
          <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tick={text} tickLine={false} axisLine={false} />
          <Tooltip isAnimationActive={false} />
          <Line
            type="stepAfter"
            dataKey="coverage"
            name={t('trend.coverage')}
            stroke={COVERAGE_COLOUR}
            strokeWidth={1.5}
            strokeDasharray="4 4"
            dot={points.length === 1 ? { r: 3, fill: COVERAGE_COLOUR, strokeDasharray: 'none' } : false}
            isAnimationActive={false}
          />
          <Line
            type="stepAfter"
            dataKey="score"
            name={t('trend.score')}
            stroke={SCORE_COLOUR}
            strokeWidth={2.5}
            dot={points.length <= MOST_DOTS ? { r: 3, fill: SCORE_COLOUR } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
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
