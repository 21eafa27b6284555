import { BlockStack } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useEditVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { refusedFields } from './refused-fields.ts';
import { VendorFieldsForm } from './vendor-fields.tsx';
import { changedFields, faultsOf, inputOf } from './vendor-form.ts';
import type { VendorDetails } from '../../../core/api/vendors.ts';

/** Changes what a person said of a vendor; only what is new is sent. */
export function EditVendorDialog({ vendor, onClose }: { vendor: VendorDetails; onClose: () => void }) {
  const { t } = useTranslation('vendors');
  const edit = useEditVendor(vendor.id);
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [before] = useState(() => inputOf(vendor));
  const [input, setInput] = useState(before);
  const [isAsked, setAsked] = useState(false);

  const save = () => {
    setAsked(true);
    if (Object.keys(faultsOf(input, today)).length > 0) return;
    const fields = changedFields(before, input);
    if (Object.keys(fields).length === 0) {
      onClose();
      return;
    }
    edit.mutate(fields, {
      onSuccess: () => {
        toast(t('edit.done'));
        onClose();
      },
    });
  };
  return (
    <AdminDialog
      isOpen
      title={t('edit.title')}
      action={{ label: t('common:act.save'), run: save, isBusy: edit.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <VendorFieldsForm
          input={input}
          faults={isAsked ? { ...refusedFields(edit.error), ...faultsOf(input, today) } : {}}
          today={today}
          onChange={setInput}
          areScopesKnown={vendor.scopesFrom === 'shopify'}
        />
        <ActProblem id="edit-vendor" error={edit.error} />
      </BlockStack>
    </AdminDialog>
  );
}
