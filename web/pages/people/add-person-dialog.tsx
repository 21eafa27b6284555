import { BlockStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { emailFault } from './email-fault.ts';

/** One person by hand. The address joins her accounts, as lists name them. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people');
  const add = useChangePeople();
  const [input, setInput] = useState({ name: '', email: '', role: '' });
  const [isAsked, setAsked] = useState(false);
  const isNameless = input.name.trim() === '';
  const fault = emailFault(input.email);

  const save = () => {
    setAsked(true);
    if (isNameless || fault) return;
    add.mutate(
      {
        act: 'add-person',
        name: input.name.trim(),
        email: input.email.trim() || null,
        role: input.role.trim() || null,
      },
      {
        onSuccess: () => {
          toast(t('add.done'));
          onClose();
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={t('add.open')}
      action={{ label: t('add.save'), run: save, isBusy: add.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <TextField
          label={t('person.name')}
          value={input.name}
          onChange={(name) => setInput({ ...input, name })}
          autoComplete="off"
          maxLength={120}
          error={isAsked && isNameless && t('add.nameNeeded')}
        />
        <TextField
          type="email"
          label={t('person.email')}
          helpText={t('add.emailHelp')}
          value={input.email}
          onChange={(email) => setInput({ ...input, email })}
          autoComplete="off"
          maxLength={254}
          error={isAsked && fault && t('add.emailFault')}
        />
        <TextField
          label={t('person.role')}
          helpText={t('add.roleHelp')}
          value={input.role}
          onChange={(role) => setInput({ ...input, role })}
          autoComplete="off"
          maxLength={80}
        />
        <ActProblem id="add-person" error={add.error} />
      </BlockStack>
    </AdminDialog>
  );
}
