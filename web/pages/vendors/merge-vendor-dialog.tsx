import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { useMergeVendor, useVendors } from '../../api/vendors.ts';
import { MergeDialog } from '../../components/merge-dialog.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Two rows that are one firm: what was found of this one, and its papers, go to the other. */
export function MergeVendorDialog({ vendor, onClose }: { vendor: VendorDetails; onClose: () => void }) {
  const { t } = useTranslation('vendors');
  const navigate = useNavigate();
  const vendors = useVendors();
  const merge = useMergeVendor(vendor.id);
  const run = (into: string) =>
    merge.mutate(into, {
      onSuccess: ({ id }) => {
        toast(t('merge.done'));
        void navigate(`/vendors/${encodeURIComponent(id)}`, { replace: true });
      },
    });
  return (
    <MergeDialog
      title={t('merge.title', { name: visibleText(vendor.name) })}
      words={t('merge.words')}
      action={t('merge.run')}
      into={t('merge.into')}
      choose={t('merge.choose')}
      others={vendors.data?.vendors
        .filter(({ id, isOurs, isPlatform }) => id !== vendor.id && !isOurs && !isPlatform)
        .toSorted((one, other) => one.name.localeCompare(other.name))
        .map(({ id, name }) => ({ id, name: visibleText(name) }))}
      nobody={t('merge.nobody')}
      isBusy={merge.isPending}
      error={merge.error}
      onMerge={run}
      onClose={onClose}
    />
  );
}
