import { BlockStack, Button, Card, Collapsible, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { TrendChart } from '../../components/trend-chart.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { trendFinding } from '../home/trend-words.ts';
import type { StepTrendPoint } from '../../../core/api/security.ts';
import { STEP_NAMES, STEPS, type Step } from '../../../core/data/controls.ts';
import type { Instant } from '../../../core/time.ts';

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
        <TrendChart points={points} label={words} />
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
