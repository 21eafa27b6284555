import type { Connection } from 'mongoose';
import type { CheckBoard, Standing, TrendPoint } from '../../core/api/home.ts';
import type { StepTrendPoint } from '../../core/api/security.ts';
import { STEPS } from '../../core/data/controls.ts';
import type { CheckResult, ScorePart } from '../../core/judgement.ts';
import type { Posture } from '../../core/score-by-step.ts';
import type { Instant } from '../../core/time.ts';
import { standingModel, type StandingRecord } from '../models/standing.ts';
import { EARLY_BELOW } from '../../core/score.ts';

const TREND_POINTS = 84;

export type StandingStore = ReturnType<typeof standingStore>;

/** What the shop's snapshots were worth when they were judged. */
export function standingStore({ connection }: { connection: Connection }) {
  const model = standingModel(connection);
  const heads = { resultsJson: 0, partsJson: 0, postureJson: 0 } as const;

  return {
    async newest(shop: string): Promise<Standing | null> {
      const record = await model.findOne({ shop }, heads).sort({ takenAt: -1 }).lean();
      return record && presentStanding(record);
    },

    /** One point a scan, oldest first, at most 84. */
    async trend(shop: string): Promise<TrendPoint[]> {
      const records = await model.find({ shop }, heads).sort({ takenAt: -1 }).limit(TREND_POINTS).lean();
      return records.reverse().map(presentPoint);
    },

    /** The ten steps of the newest snapshot; null before the first, and for one that an older version judged. */
    async posture(shop: string): Promise<{ readonly takenAt: Instant; readonly posture: Posture } | null> {
      const record = await model.findOne({ shop }, { takenAt: 1, postureJson: 1 }).sort({ takenAt: -1 }).lean();
      if (!record?.postureJson) return null;
      return { takenAt: record.takenAt.toISOString(), posture: JSON.parse(record.postureJson) as Posture };
    },

    /** One point a scan, oldest first, at most 84; scans of before the ten steps are left out. */
    async stepTrend(shop: string): Promise<StepTrendPoint[]> {
      const records = await model
        .find({ shop }, { takenAt: 1, stepScores: 1 })
        .sort({ takenAt: -1 })
        .limit(TREND_POINTS)
        .lean();
      return records.reverse().flatMap(({ takenAt, stepScores }) => {
        if (!stepScores || stepScores.length !== STEPS.length + 1) return [];
        const shown = stepScores.map((score) => (score < 0 ? null : score));
        const byStep = Object.fromEntries(STEPS.map((step, index) => [step, shown[index] ?? null]));
        return [{ takenAt: takenAt.toISOString(), score: shown[STEPS.length] ?? null, byStep }];
      });
    },

    /** Each check of the newest snapshot with its points. */
    async board(shop: string): Promise<CheckBoard> {
      const record = await model.findOne({ shop }).sort({ takenAt: -1 }).lean();
      if (!record) return { standing: null, results: [], parts: [] };
      return {
        standing: presentStanding(record),
        results: JSON.parse(record.resultsJson) as CheckResult[],
        parts: JSON.parse(record.partsJson) as ScorePart[],
      };
    },
  };
}

type StandingHead = Pick<StandingRecord, 'takenAt' | 'score' | 'assessed' | 'applicable'>;

function presentPoint({ takenAt, score, assessed, applicable }: StandingHead): TrendPoint {
  return { takenAt: takenAt.toISOString(), score: score ?? null, assessed, applicable };
}

function presentStanding(record: StandingHead & { _id: { toString(): string } }): Standing {
  const { assessed, applicable } = record;
  return {
    snapshotId: record._id.toString(),
    ...presentPoint(record),
    isEarly: applicable === 0 || assessed / applicable < EARLY_BELOW,
  };
}
