import type { Connection } from 'mongoose';
import type { CheckBoard, Standing, TrendPoint } from '../../core/api/home.ts';
import type { CheckResult, ScorePart } from '../../core/judgement.ts';
import { standingModel, type StandingRecord } from '../models/standing.ts';

/** Below this share of applicable checks a score is early. */
const EARLY_BELOW = 0.6;
const TREND_POINTS = 84;

export type StandingStore = ReturnType<typeof standingStore>;

/** What the shop's snapshots were worth when they were judged. */
export function standingStore({ connection }: { connection: Connection }) {
  const model = standingModel(connection);
  const heads = { resultsJson: 0, partsJson: 0 } as const;

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
