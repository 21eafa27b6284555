import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { NoticeRule, Pace } from '../../../core/notices/rules.ts';

const PACE_KEYS = { 'at-once': 'sumAtOnce', daily: 'sumDaily', weekly: 'sumWeekly' } as const satisfies Record<
  Pace,
  string
>;

/** A rule as one line: "GST and Security, from High on, at once". */
export function useRuleWords() {
  const { t } = useTranslation('notices');
  const { list } = useFormat();
  return ({ areas, leastSeverity, pace }: NoticeRule): string =>
    t('rule.sum', {
      areas: list(areas.map((area) => t(`common:area.${area}`))),
      severity: t(`common:severity.${leastSeverity}`),
      pace: t(`rule.${PACE_KEYS[pace]}`),
    });
}
