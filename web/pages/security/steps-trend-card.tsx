import { BlockStack, Button, Card, Collapsible, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { CHART_HEIGHT } from '../home/trend-size.ts';
import { trendFinding } from '../home/trend-words.ts';
import type { StepTrendPoint } from '../../../core/api/security.ts';
import { STEP_NAMES, STEPS, type Step } from '../../../core/data/controls.ts';
import type { Instant } from '../../../core/time.ts';

const SCORE_COLOUR = '#0072B2';
const TEXT = { fontSize: 12, fill: '#616161' };
/** A dot for each check, as long as they stay apart. */
const MOST_DOTS = 30;

/** Scores of all steps, or of one, at each check. A check that could assess nothing leaves a gap. */
export function scoresOf(trend: readonly StepTrendPoint[], step: Step | null): readonly ScorePoint[] {
  return trend.map(({ takenAt, score, byStep }) => ({
    takenAt,
    score: step === null ? score : (byStep[step] ?? null),
  }));
}

interface ScorePoint {
  readonly takenAt: Instant;
  readonly score: number | null;
}

/** Is it getting better? For all steps or for one, and the same numbers as a table. */
export function StepsTrendCard({ trend }: { trend: readonly StepTrendPoint[] }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { count, dateTime } = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const [isTable, setTable] = useState(false);
  const points = scoresOf(trend, step);
  const finding = trendFinding(points);
  const words = t(`home:trend.${finding.kind}`, { ...finding, count: points.length });
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
        <Select
          label={t('trend.of')}
          labelInline
          options={[
            { value: '', label: t('trend.all') },
            ...STEPS.map((one) => ({
              value: String(one),
              label: t('step.name', { step: count(one), name: text(STEP_NAMES[one]) }),
            })),
          ]}
          value={step === null ? '' : String(step)}
          onChange={(chosen) => setStep(STEPS.find((one) => String(one) === chosen) ?? null)}
        />
        <Chart points={points} label={words} />
        <InlineStack align="end">
          <Button
            variant="plain"
            ariaExpanded={isTable}
            ariaControls="steps-trend-table"
            disclosure={isTable ? 'up' : 'down'}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? t('home:trend.hideTable') : t('home:trend.showTable')}
          </Button>
        </InlineStack>
        <Collapsible id="steps-trend-table" open={isTable} transition={false}>
          <RowTable
            caption={t('trend.title')}
            rows={points}
            keyOf={({ takenAt }) => takenAt}
            columns={[
              { title: t('home:trend.time'), cell: ({ takenAt }) => dateTime(takenAt) },
              {
                title: t('home:trend.score'),
                isNumber: true,
                cell: ({ score }) => (score === null ? t('home:trend.noScore') : count(score)),
              },
            ]}
          />
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function Chart({ points, label }: { points: readonly ScorePoint[]; label: string }) {
  const { t } = useTranslation('security');
  const { date } = useFormat();
  const drawn = points.map(({ takenAt, score }) => ({ at: date(takenAt), score }));
  return (
    <div role="img" aria-label={label} style={{ height: CHART_HEIGHT }}>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT} initialDimension={{ width: 600, height: CHART_HEIGHT }}>
        <LineChart data={drawn} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: -16 }}>
          <CartesianGrid vertical={false} stroke="#E3E3E3" />
          <XAxis dataKey="at" tick={TEXT} tickLine={false} minTickGap={48} />
          <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tick={TEXT} tickLine={false} axisLine={false} />
          <Tooltip isAnimationActive={false} />
          <Line
            type="stepAfter"
            dataKey="score"
            name={t('home:trend.score')}
            stroke={SCORE_COLOUR}
            strokeWidth={2.5}
            dot={drawn.length <= MOST_DOTS ? { r: 3, fill: SCORE_COLOUR } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
