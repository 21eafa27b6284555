import { Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { useSecurity } from '../../api/security.ts';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { saveFile } from '../../components/save-file.ts';
import { TroubleCard } from '../../components/trouble.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { FrameworkCard } from './framework-card.tsx';
import { frameworkRows } from './framework-rows.ts';
import { useFrameworkCsv } from './use-framework-csv.ts';
import { FRAMEWORK_IDS } from '../../../core/data/controls.ts';

/** The same evidence by the numbers of a framework, for whoever audits by it. */
export function FrameworksPage() {
  const { t } = useTranslation('security');
  const { dateTime } = useFormat();
  const csv = useFrameworkCsv();
  const security = useSecurity();
  const [params, setParams] = useSearchParams();
  const chosen = FRAMEWORK_IDS.find((id) => id === params.get('list')) ?? FRAMEWORK_IDS[0];
  if (security.isPending) return <PageSkeleton title={t('frameworks.title')} isFullWidth cards={[3, 12]} />;
  const takenAt = security.data?.takenAt ?? null;
  const rows = frameworkRows(chosen, security.data?.controls ?? []);

  const save = () => {
    saveFile(`prahari-${chosen.toLowerCase()}-${indiaDay(new Date().toISOString())}.csv`, csv(rows));
    toast(t('common:toast.fileSaved'));
  };
  return (
    <Page
      title={t('frameworks.title')}
      fullWidth
      {...(takenAt !== null && { subtitle: t('asOf', { time: dateTime(takenAt) }) })}
      backAction={{ content: t('title'), url: '/security' }}
      secondaryActions={[
        { content: t('frameworks.export'), disabled: !security.data, onAction: save },
        { content: t('frameworks.print'), onAction: () => globalThis.print() },
      ]}
    >
      {security.data ? (
        <FrameworkCard
          chosen={chosen}
          rows={rows}
          isJudged={takenAt !== null}
          onChoose={(id) => setParams({ list: id }, { replace: true })}
        />
      ) : (
        <TroubleCard error={security.error} onRetry={() => void security.refetch()} />
      )}
    </Page>
  );
}
