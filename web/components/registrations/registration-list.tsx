import { BlockStack, Box, Button, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { DeleteIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useAddRegistration, useRegistrations, useRemoveRegistration } from '../../api/settings.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { ActProblem } from '../act-problem.tsx';
import type { RegistrationRow } from '../../../core/api/settings.ts';

/** The shop's GSTINs. Removing asks nothing, and can be taken back from the toast. */
export function RegistrationList({ isDisabled }: { isDisabled: boolean }) {
  const { t } = useTranslation();
  const rows = useRegistrations();
  const remove = useRemoveRegistration();
  const add = useAddRegistration();

  if (rows.isPending) return <SkeletonBodyText lines={2} />;
  if (!rows.data) {
    return (
      <BlockStack gap="200" inlineAlign="start">
        <ActProblem id="registrations" error={rows.error} />
        <Button onClick={() => void rows.refetch()}>{t('act.tryAgain')}</Button>
      </BlockStack>
    );
  }
  if (rows.data.length === 0) return null;

  const takeOut = (row: RegistrationRow) =>
    remove.mutate(row.id, {
      onSuccess: () => toast(t('toast.gstinRemoved'), { label: t('act.undo'), run: () => add.mutate(row.gstin) }),
    });
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('gstin.yours', { count: rows.data.length })}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {rows.data.map((row) => (
          <li key={row.id}>
            <Row row={row} isDisabled={isDisabled || remove.isPending} onRemove={() => takeOut(row)} />
          </li>
        ))}
      </ul>
      <ActProblem id="registrations" error={remove.error ?? add.error} />
    </BlockStack>
  );
}

function Row({ row, isDisabled, onRemove }: { row: RegistrationRow; isDisabled: boolean; onRemove: () => void }) {
  const { t } = useTranslation();
  const { state } = useWords();
  const { date } = useFormat();
  return (
    <Box paddingBlock="200" borderBlockEndWidth="025" borderColor="border-secondary">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <Text as="span" fontWeight="medium">
            {row.gstin}
          </Text>
          <Text as="span" tone="subdued" variant="bodySm">
            {t('gstin.row', { state: state(row.gstin.slice(0, 2)), date: date(row.statedAt) })}
          </Text>
        </BlockStack>
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={t('gstin.remove', { gstin: row.gstin })}
          disabled={isDisabled}
          onClick={onRemove}
        />
      </InlineStack>
    </Box>
  );
}
