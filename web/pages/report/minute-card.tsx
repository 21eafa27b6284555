import { BlockStack, InlineGrid, Text } from '@shopify/polaris';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { REPORT_NOTES, verdictSentence } from '../../../core/report/words.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';

/** The sentence, and the four numbers that a shop owner looks for. */
export function MinuteCard({ report }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count, money, percent } = useFormat();
  const language = useLanguage();
  const { snapshot, verdict, openBySeverity, atStakePaise } = report;
  const { score, assessed, applicable } = snapshot;
  const { critical, high, medium, low } = openBySeverity;
  return (
    <ReportCard title={t('minute.title')}>
      <BlockStack gap="400">
        <Text as="p" variant="bodyLg" fontWeight="semibold">
          {verdictSentence(report, language)}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="400">
          <Figure
            name={t('minute.score')}
            value={score === null ? t('none') : t('minute.of100', { score: count(score) })}
            note={score === null ? t('minute.noScore') : changeWords(verdict.scoreChange, t)}
          />
          <Figure
            name={t('minute.coverage')}
            value={applicable === 0 ? t('none') : percent(assessed / applicable)}
            note={t('minute.checks', { assessed: count(assessed), applicable: count(applicable) })}
          />
          <Figure
            name={t('minute.grave')}
            value={count(critical + high)}
            note={t('minute.open', { open: count(critical + high + medium + low) })}
          />
          <Figure name={t('minute.stake')} value={money(atStakePaise)} note={t('minute.stakeNote')} />
        </InlineGrid>
        <Text as="p" tone="subdued">
          {`${REPORT_NOTES.notAssessed[language]} ${REPORT_NOTES.couldExist[language]}`}
        </Text>
      </BlockStack>
    </ReportCard>
  );
}

function Figure({ name, value, note }: { name: string; value: string; note: string }) {
  return (
    <BlockStack gap="050">
      <Text as="p" tone="subdued">
        {name}
      </Text>
      <Text as="p" variant="headingLg">
        {value}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {note}
      </Text>
    </BlockStack>
  );
}

/** Nothing before the second week. */
function changeWords(change: number | null, t: TFunction<'report'>): string {
  if (change === null) return '';
  if (change === 0) return t('minute.same');
  return t(change > 0 ? 'minute.up' : 'minute.down', { change: Math.abs(change) });
}
