import { isDay } from '../gst/days.ts';
import type { DatedFinding } from './check.ts';
import type { Day } from '../time.ts';

/** For checks whose finding names its own end: the day that stands in `place` of its data; null where none does. */
export const dueInData =
  (place: string) =>
  ({ data }: DatedFinding): Day | null => {
    const day = data[place];
    return typeof day === 'string' && isDay(day) ? day : null;
  };
