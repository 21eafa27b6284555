import { expect, it } from '@jest/globals';
import { aSummary } from '../../test/gst-factories.ts';
import { inOrder } from './calendar-order.ts';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';

it('puts overdue first, then what comes next, then what is not known, and what is filed last', () => {
  const entries = aSummary().calendar as readonly CalendarEntry[];
  const [first] = entries;
  const unknown = { ...(first as CalendarEntry), state: 'unknown' as const, form: 'CMP-08' };
  expect(inOrder([unknown, ...entries]).map(({ form, state }) => `${form} ${state}`)).toEqual([
    'GSTR-3B overdue',
    'GSTR-1 upcoming',
    'LUT upcoming',
    'CMP-08 unknown',
    'GSTR-1 filed',
  ]);
});
