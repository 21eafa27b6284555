import { BlockStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useMergeVendor, useVendors } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Two rows that are one firm: what was found of this one, and its papers, go to the other. */
export function MergeVendorDialog({ vendor, onClose }: { vendor: VendorDetails; onClose: () => void }) {
  const { t } = useTranslation('vendors');
  const navigate = useNavigate();
  const vendors = useVendors();
  const merge = useMergeVendor(vendor.id);
  const [into, setInto] = useState('');
  const [isAsked, setAsked] = useState(false);
  const others = (vendors.data?.vendors ?? [])
    .filter(({ id, isOurs, isPlatform }) => id !== vendor.id && !isOurs && !isPlatform)
    .toSorted((one, other) => one.name.localeCompare(other.name));

  const run = () => {
    setAsked(true);
    if (into === '') return;
    merge.mutate(into, {
      onSuccess: ({ id }) => {
        toast(t('merge.done'));
        void navigate(`/vendors/${encodeURIComponent(id)}`, { replace: true });
      },
    });
  };
  return (
    <AdminDialog
      isOpen
      title={t('merge.title', { name: visibleText(vendor.name) })}
      action={{ label: t('merge.run'), run, isBusy: merge.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{t('merge.words')}</Text>
        <Select
          label={t('merge.into')}
          options={[
            { value: '', label: t('merge.choose') },
            ...others.map(({ id, name }) => ({ value: id, label: visibleText(name) })),
          ]}
          value={into}
          onChange={setInto}
          error={isAsked && into === '' && t('merge.choose')}
        />
        {vendors.data && others.length === 0 && <Text as="p">{t('merge.nobody')}</Text>}
        <ActProblem id="merge-vendor" error={merge.error} />
      </BlockStack>
    </AdminDialog>
  );
}
