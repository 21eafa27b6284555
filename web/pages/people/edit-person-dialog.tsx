import { BlockStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import type { PersonRow } from '../../../core/api/people.ts';

/** Name and role. The address stays: it is what joins a person and her accounts. */
export function EditPersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation('people');
  const change = useChangePeople();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role ?? '');
  const [isAsked, setAsked] = useState(false);
  const isNameless = name.trim() === '';

  const save = () => {
    setAsked(true);
    if (isNameless) return;
    change.mutate(
      { act: 'change-person', id: person.id, change: { name: name.trim(), role: role.trim() || null } },
      {
        onSuccess: () => {
          toast(t('person.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={t('person.edit')}
      action={{ label: t('person.save'), run: save, isBusy: change.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <TextField
          label={t('person.name')}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={120}
          error={isAsked && isNameless && t('add.nameNeeded')}
        />
        <TextField
          label={t('person.role')}
          helpText={t('add.roleHelp')}
          value={role}
          onChange={setRole}
          autoComplete="off"
          maxLength={80}
        />
        <ActProblem id="edit-person" error={change.error} />
      </BlockStack>
    </AdminDialog>
  );
}
