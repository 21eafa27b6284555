import { Banner, BlockStack, Card, Link, Page, Text } from '@shopify/polaris';
import { AppsIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useScripts } from '../../api/scripts.ts';
import { useVendors, vendorsFile } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { saveFile } from '../../components/save-file.ts';
import { TroubleCard } from '../../components/trouble.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { AddVendorDialog } from './add-vendor-dialog.tsx';
import { PlotCard } from './plot-card.tsx';
import { RegisterCard } from './register-card.tsx';
import { hasGaps, SourcesCard } from './sources-card.tsx';
import type { VendorRegister } from '../../../core/api/vendors.ts';

/** Who else is inside the shop: each vendor with its risk, and what to do next. */
export function VendorsPage() {
  const { t } = useTranslation('vendors');
  const { count, dateTime } = useFormat();
  const may = useMay();
  const vendors = useVendors();
  const waiting = useScripts().data?.changes.length ?? 0;
  const [isAdding, setAdding] = useState(false);
  const [fileError, setFileError] = useState<unknown>(null);
  if (vendors.isPending) return <PageSkeleton title={t('title')} isFullWidth cards={[10, 6, 4]} />;
  const takenAt = vendors.data?.takenAt ?? null;

  const exportFile = () => {
    setFileError(null);
    vendorsFile().then(
      (text) => {
        saveFile(`prahari-vendors-${indiaDay(new Date().toISOString())}.csv`, text);
        toast(t('common:toast.fileSaved'));
      },
      (error: unknown) => setFileError(error),
    );
  };
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={takenAt === null ? t('subtitle') : t('asOf', { time: dateTime(takenAt) })}
      {...(vendors.data && {
        primaryAction: { content: t('add.open'), onAction: () => setAdding(true), disabled: !may.manage },
        secondaryActions: [
          {
            content:
              waiting === 0 ? t('scripts.open') : t('scripts.openWaiting', { count: waiting, shown: count(waiting) }),
            url: '/vendors/scripts',
          },
          { content: t('import.open'), url: '/vendors/import', disabled: !may.manage },
          ...(vendors.data.vendors.length === 0 ? [] : [{ content: t('export'), onAction: exportFile }]),
        ],
      })}
    >
      <BlockStack gap="400">
        <ActProblem id="vendors-file" error={fileError} />
        <RoleNote />
        {vendors.data ? (
          <Cards register={vendors.data} onAdd={() => setAdding(true)} />
        ) : (
          <TroubleCard error={vendors.error} onRetry={() => void vendors.refetch()} />
        )}
      </BlockStack>
      {isAdding && <AddVendorDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Cards({ register, onAdd }: { register: VendorRegister; onAdd: () => void }) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const sources = <SourcesCard register={register} />;
  if (register.vendors.length === 0) {
    return (
      <>
        <Card>
          <EmptyNote
            icon={AppsIcon}
            title={t('empty.title')}
            words={t(register.takenAt === null ? 'empty.firstDay' : 'empty.words')}
            {...(may.manage && { action: { label: t('add.open'), run: onAdd } })}
          />
        </Card>
        {sources}
      </>
    );
  }
  return (
    <>
      {register.takenAt === null && (
        <Card>
          <Text as="p">{t('empty.firstDay')}</Text>
        </Card>
      )}
      {register.takenAt !== null && hasGaps(register) && (
        <Banner tone="info" stopAnnouncements>
          <Text as="p">
            {t('sources.gaps')} <Link url="#sources">{t('sources.see')}</Link>
          </Text>
        </Banner>
      )}
      <RegisterCard vendors={register.vendors} />
      <PlotCard vendors={register.vendors} />
      {sources}
    </>
  );
}
