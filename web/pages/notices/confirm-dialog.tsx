import { BlockStack, Text } from '@shopify/polaris';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { ActProblem } from '../../components/act-problem.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly words: string;
  readonly action: { readonly label: string; readonly run: () => void; readonly isBusy: boolean };
  readonly error: unknown;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, words, action, error, onClose }: ConfirmDialogProps) {
  return (
    <AdminDialog isOpen title={title} action={action} onClose={onClose}>
      <BlockStack gap="200">
        <Text as="p">{words}</Text>
        <ActProblem id="confirm" error={error} />
      </BlockStack>
    </AdminDialog>
  );
}
