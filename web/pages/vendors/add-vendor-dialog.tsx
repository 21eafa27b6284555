import { BlockStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useAddVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { refusedFields } from './refused-fields.ts';
import { VendorFieldsForm } from './vendor-fields.tsx';
import { faultsOf, fieldsOf, inputOf } from './vendor-form.ts';

/** A vendor by hand: apps that only work on their own servers leave no trace in the shop. */
export function AddVendorDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('vendors');
  const navigate = useNavigate();
  const add = useAddVendor();
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [input, setInput] = useState(() => inputOf(null));
  const [isAsked, setAsked] = useState(false);

  const save = () => {
    setAsked(true);
    if (Object.keys(faultsOf(input, today)).length > 0) return;
    add.mutate(fieldsOf(input), {
      onSuccess: ({ id }) => {
        toast(t('add.done'));
        void navigate(`/vendors/${encodeURIComponent(id)}`);
      },
    });
  };
  return (
    <AdminDialog
      isOpen
      title={t('add.open')}
      action={{ label: t('add.save'), run: save, isBusy: add.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p" tone="subdued">
          {t('add.words')}
        </Text>
        <VendorFieldsForm
          input={input}
          faults={isAsked ? { ...refusedFields(add.error), ...faultsOf(input, today) } : {}}
          today={today}
          onChange={setInput}
          areScopesKnown={false}
        />
        <ActProblem id="add-vendor" error={add.error} />
      </BlockStack>
    </AdminDialog>
  );
}
