import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { CHART_HEIGHT } from './trend-size.ts';
import type { Instant } from '../../core/time.ts';

/** Dark enough on white, and told apart without colour: the second line is thin and dashed. */
export const SCORE_COLOUR = '#0072B2';
export const COVERAGE_COLOUR = '#616161';

/** A dot for each check, as long as they stay apart; the newest point of a step line has no other mark. */
const MOST_DOTS = 30;

interface DrawnPoint {
  readonly takenAt: Instant;
  /** Null leaves a gap. */
  readonly score: number | null;
  /** Percent. */
  readonly coverage?: number;
}

/** Scores over time as steps; coverage beside them where the points have it. */
export function TrendChart({ points, label }: { points: readonly DrawnPoint[]; label: string }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const drawn = points.map((point) => ({ ...point, at: date(point.takenAt) }));
  const hasCoverage = points.some(({ coverage }) => coverage !== undefined);
  const text = { fontSize: 12, fill: COVERAGE_COLOUR };
  return (
    <div role="img" aria-label={label} style={{ height: CHART_HEIGHT }}>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT} initialDimension={{ width: 600, height: CHART_HEIGHT }}>
        <LineChart data={drawn} accessibilityLayer={false} margin={{ top: 8, right: 12, bottom: 0, left: -16 }}>
          <CartesianGrid vertical={false} stroke="#E3E3E3" />
          <XAxis dataKey="at" tick={text} tickLine={false} minTickGap={48} />
          <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} tick={text} tickLine={false} axisLine={false} />
          <Tooltip isAnimationActive={false} />
          {hasCoverage && (
            <Line
              type="stepAfter"
              dataKey="coverage"
              name={t('trend.coverage')}
              stroke={COVERAGE_COLOUR}
              strokeWidth={1.5}
              strokeDasharray="4 4"
              dot={drawn.length === 1 ? { r: 3, fill: COVERAGE_COLOUR, strokeDasharray: 'none' } : false}
              isAnimationActive={false}
            />
          )}
          <Line
            type="stepAfter"
            dataKey="score"
            name={t('trend.score')}
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
