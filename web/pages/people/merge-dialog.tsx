import { BlockStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople, usePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import type { PersonRow } from '../../../core/api/people.ts';

/** Two rows that are one person: this one's accounts and addresses go to the other. */
export function MergeDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const people = usePeople();
  const merge = useChangePeople();
  const [into, setInto] = useState('');
  const [isAsked, setAsked] = useState(false);
  const others = (people.data?.people ?? []).filter(({ id }) => id !== person.id);

  const run = () => {
    setAsked(true);
    if (into === '') return;
    merge.mutate(
      { act: 'merge', from: person.id, into },
      {
        onSuccess: () => {
          toast(t('merge.done'));
          void navigate(`/people/${encodeURIComponent(into)}`, { replace: true });
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={t('merge.title', { name: person.name })}
      action={{ label: t('merge.run'), run, isBusy: merge.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{t('merge.words')}</Text>
        <Select
          label={t('merge.into')}
          options={[
            { value: '', label: t('merge.choose') },
            ...others.map(({ id, name, email }) => ({
              value: id,
              label: email === null ? name : `${name} · ${email}`,
            })),
          ]}
          value={into}
          onChange={setInto}
          error={isAsked && into === '' && t('merge.choose')}
        />
        <ActProblem id="merge" error={merge.error} />
      </BlockStack>
    </AdminDialog>
  );
}
