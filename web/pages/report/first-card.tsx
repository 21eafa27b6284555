import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SeverityBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { checkById } from '../../../core/checks/index.ts';
import { effortText } from '../../../core/report/words.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import { ReportCard } from './report-card.tsx';

/** The one thing to do, with its first step. With nothing to do it says what that rests on. */
export function FirstCard({ report: { topFive, snapshot } }: { report: WeeklyReport }) {
  const { t } = useTranslation('report');
  const { count, money } = useFormat();
  const { message } = useCheckWords();
  const language = useLanguage();
  const [act] = topFive;
  if (!act) {
    const { assessed, applicable } = snapshot;
    return (
      <ReportCard title={t('first.title')}>
        <Text as="p">{t('first.nothing', { assessed: count(assessed), missing: count(applicable - assessed) })}</Text>
      </ReportCard>
    );
  }
  const step = checkById(act.checkId)?.remedy[0]?.[language];
  const notes = [
    t('first.effort', { effort: effortText(act.effort, language) }),
    ...(act.points > 0 ? [t('first.points', { points: count(act.points) })] : []),
    ...(act.atStakePaise ? [t('common:atStake', { amount: money(act.atStakePaise) })] : []),
  ];
  return (
    <ReportCard title={t('first.title')}>
      <BlockStack gap="200" inlineAlign="start">
        <SeverityBadge severity={act.severity} />
        <span className="prahari-wrap">
          <Text as="p" fontWeight="medium">
            {message(act.first)}
          </Text>
        </span>
        {step !== undefined && <Text as="p">{step}</Text>}
        <Text as="p" tone="subdued">
          {notes.join(' · ')}
        </Text>
        <InlineStack>
          <Button url={`/alerts?check=${encodeURIComponent(act.checkId)}`}>{t('first.open')}</Button>
        </InlineStack>
      </BlockStack>
    </ReportCard>
  );
}
