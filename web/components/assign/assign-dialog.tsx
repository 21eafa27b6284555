import { BlockStack, Button, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { useAlertAct } from '../../api/alerts.ts';
import { usePeople } from '../../api/people.ts';
import { ActProblem } from '../act-problem.tsx';
import type { ChangedAlerts } from '../../../core/api/alerts.ts';

const NOBODY = '';

interface AssignDialogProps {
  /** The alerts to give to somebody; null while the dialog is closed. */
  readonly ids: readonly string[] | null;
  /** Whose they are now, where it is one person. */
  readonly assigneeId?: string | null;
  readonly onClose: () => void;
  readonly onDone: (changed: ChangedAlerts, personId: string | null) => void;
}

/** Says who mends alerts: somebody of the people's register, or nobody. */
export function AssignDialog({ ids, ...rest }: AssignDialogProps) {
  return ids === null ? null : <OpenDialog key={ids.join(' ')} ids={ids} {...rest} />;
}

function OpenDialog({
  ids,
  assigneeId = null,
  onClose,
  onDone,
}: AssignDialogProps & { readonly ids: readonly string[] }) {
  const { t } = useTranslation('alerts');
  const act = useAlertAct();
  const people = usePeople();
  const [chosen, setChosen] = useState(assigneeId ?? NOBODY);
  const active = people.data?.people.filter(({ leftAt }) => leftAt === null) ?? [];
  const isEmpty = people.data !== undefined && active.length === 0;

  const submit = () => {
    const personId = chosen === NOBODY ? null : chosen;
    act.mutate({ kind: 'assign', ids, personId }, { onSuccess: (changed) => onDone(changed, personId) });
  };
  return (
    <AdminDialog
      isOpen
      title={t('assign.title', { count: ids.length })}
      action={{ label: t('assign.action'), run: submit, isBusy: act.isPending || people.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{t('assign.words')}</Text>
        {isEmpty && (
          <BlockStack gap="200">
            <Text as="p">{t('assign.noPeople')}</Text>
            <InlineStack>
              <Button url="/people">{t('assign.openPeople')}</Button>
            </InlineStack>
          </BlockStack>
        )}
        <Select
          label={t('assign.who')}
          options={[
            { value: NOBODY, label: t('assignee.nobody') },
            ...active.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen}
          onChange={setChosen}
          disabled={people.isPending}
        />
        <ActProblem id="assign" error={act.error ?? people.error} />
      </BlockStack>
    </AdminDialog>
  );
}
