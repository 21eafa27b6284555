import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Takes the entry out of the register. It removes no app from the shop, and it can be taken back for a while. */
export function RemoveVendorDialog({ vendor, onClose }: { vendor: VendorDetails; onClose: () => void }) {
  const { t } = useTranslation('vendors');
  const navigate = useNavigate();
  const change = useChangeVendor(vendor.id);
  const run = () =>
    change.mutate(
      { act: 'remove' },
      {
        onSuccess: () => {
          toast(t('remove.done'), {
            label: t('common:act.undo'),
            run: () => change.mutate({ act: 'restore' }),
          });
          void navigate('/vendors');
        },
      },
    );
  return (
    <AdminDialog
      isOpen
      title={t('remove.title', { name: visibleText(vendor.name) })}
      action={{ label: t('remove.open'), run, isBusy: change.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">{t('remove.words')}</Text>
        <ActProblem id="remove-vendor" error={change.error} />
      </BlockStack>
    </AdminDialog>
  );
}
