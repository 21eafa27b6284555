import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { RUNG_OF_SOURCE, type Stated } from '../../../core/evidence/people.ts';
import type { Instant } from '../../../core/time.ts';
import { ageInDays } from './register.ts';

/** "Google Workspace (Read from your identity provider), 2 days ago, on 20 Nov 2026". */
export function useTold(now: Instant) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return ({ source, statedAt }: Stated<unknown>) =>
    t('told', {
      source: t(`source.${source}`),
      rung: t(`alerts:rung.${RUNG_OF_SOURCE[source]}`),
      date: date(statedAt),
      count: ageInDays(statedAt, now),
    });
}
