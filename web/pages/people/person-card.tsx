import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { EditPersonDialog } from './edit-person-dialog.tsx';
import { MergePersonDialog } from './merge-person-dialog.tsx';
import type { PersonRow } from '../../../core/api/people.ts';

/** Who this is, and the acts on the person as a whole. */
export function PersonCard({ person }: { person: PersonRow }) {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState<'edit' | 'merge' | 'remove' | null>(null);
  const leave = useChangePeople();
  const hasLeft = person.leftAt !== null;

  const mark = (left: boolean) =>
    leave.mutate(
      { act: 'change-person', id: person.id, change: { hasLeft: left } },
      {
        onSuccess: () =>
          left
            ? toast(t('left.done'), { label: t('common:act.undo'), run: () => mark(false) })
            : toast(t('left.undone')),
      },
    );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('person.title')}
        </Text>
        <Facts
          facts={[
            { name: t('person.email'), value: person.email ?? t('person.noEmail') },
            { name: t('person.role'), value: person.role ?? t('person.noRole') },
          ]}
        />
        {hasLeft && (
          <Text as="p" tone="subdued">
            {t('left.words')}
          </Text>
        )}
        <InlineStack gap="200">
          <Button onClick={() => setOpen('edit')}>{t('person.edit')}</Button>
          <Button loading={leave.isPending} onClick={() => mark(!hasLeft)}>
            {hasLeft ? t('left.undo') : t('left.mark')}
          </Button>
          <Button onClick={() => setOpen('merge')}>{t('merge.open')}</Button>
          <Button tone="critical" variant="tertiary" onClick={() => setOpen('remove')}>
            {t('remove.open')}
          </Button>
        </InlineStack>
        <ActProblem id="left" error={leave.error} />
      </BlockStack>
      {open === 'edit' && <EditPersonDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'merge' && <MergePersonDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog person={person} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function RemoveDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const remove = useChangePeople();
  const run = () =>
    remove.mutate(
      { act: 'remove-person', id: person.id },
      {
        onSuccess: () => {
          toast(t('remove.done'));
          void navigate('/people');
        },
      },
    );
  return (
    <AdminDialog
      isOpen
      title={t('remove.title', { name: person.name })}
      action={{ label: t('remove.open'), run, isBusy: remove.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">{t('remove.words')}</Text>
        <ActProblem id="remove-person" error={remove.error} />
      </BlockStack>
    </AdminDialog>
  );
}
