import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { dayText, periodText } from '../../core/day-text.ts';
import { formatDate, formatDateTime, formatTime } from './calendar.ts';
import { formatCount, formatExactMoney, formatList, formatMoney, formatPercent } from './numbers.ts';
import type { Day, Instant } from '../../core/time.ts';

/** Every way that the pages write a number or a time, in the reader's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      money: (paise: number) => formatMoney(paise, language),
      exactMoney: (paise: number) => formatExactMoney(paise, language),
      count: (count: number) => formatCount(count, language),
      percent: (share: number) => formatPercent(share, language),
      list: (words: readonly string[]) => formatList(words, language),
      day: (day: Day) => dayText(day, language),
      period: (period: string) => periodText(period, language),
      date: (instant: Instant) => formatDate(instant, language),
      time: (instant: Instant) => formatTime(instant, language),
      dateTime: (instant: Instant) => formatDateTime(instant, language),
    }),
    [language],
  );
}
