import { InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { COVERAGE_COLOUR, SCORE_COLOUR } from '../../components/trend-chart.tsx';
import { TrendFrame } from '../../components/trend-frame.tsx';
import { useFormat } from '../../format/use-format.ts';
import { coveragePercent, trendFinding } from './trend-words.ts';
import type { TrendPoint } from '../../../core/api/home.ts';

/** The score as steps, coverage beside it. */
export function TrendCard({ trend }: { trend: readonly TrendPoint[] }) {
  const { t } = useTranslation('home');
  const finding = trendFinding(trend);
  return (
    <TrendFrame
      id="trend-table"
      title={t('trend.title')}
      words={t(`trend.${finding.kind}`, { ...finding, count: trend.length })}
      points={trend.map((point) => ({ ...point, coverage: coveragePercent(point) }))}
      legend={
        <InlineStack gap="400" align="start">
          <Key colour={SCORE_COLOUR} label={t('trend.score')} isDashed={false} />
          <Key colour={COVERAGE_COLOUR} label={t('trend.coverage')} isDashed />
        </InlineStack>
      }
      table={<TrendTable trend={trend} />}
    />
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
    <RowTable
      caption={t('trend.title')}
      rows={trend}
      keyOf={({ takenAt }) => takenAt}
      columns={[
        { title: t('trend.time'), cell: ({ takenAt }) => dateTime(takenAt) },
        {
          title: t('trend.score'),
          isNumber: true,
          cell: ({ score }) => (score === null ? t('trend.noScore') : count(score)),
        },
        { title: t('trend.coverage'), isNumber: true, cell: (point) => `${count(coveragePercent(point))}%` },
      ]}
    />
  );
}
