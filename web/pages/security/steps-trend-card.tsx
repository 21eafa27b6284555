import { Select } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { TrendFrame } from '../../components/trend-frame.tsx';
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

/** The scores of all steps or of one. */
export function StepsTrendCard({ trend }: { trend: readonly StepTrendPoint[] }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { count, dateTime } = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const points = scoresOf(trend, step);
  const finding = trendFinding(points);
  return (
    <TrendFrame
      id="steps-trend-table"
      title={t('trend.title')}
      words={t(`home:trend.${finding.kind}`, { ...finding, count: points.length })}
      points={points}
      choice={
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
      }
      table={
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
      }
    />
  );
}
