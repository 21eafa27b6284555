import { Badge, Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { FactorBadge } from './factor-badge.tsx';
import { factorState, isActive, isConfirmed } from './register.ts';
import { StateAccountForm } from './state-account-form.tsx';
import { StatementTable } from './statement-table.tsx';
import { useNow } from './use-now.ts';
import type { AccountRow } from '../../../core/api/people.ts';
import { SERVICE_NAMES } from '../../../core/data/sensitive-services.ts';

/** One account: what each source says of it, until when, and what the shop adds. */
export function AccountCard({ account }: { account: AccountRow }) {
  const { t } = useTranslation('people');
  const { text } = useWords();
  const { day, list } = useFormat();
  const now = useNow();
  const [open, setOpen] = useState<'state' | 'remove' | null>(null);
  const confirm = useChangePeople();
  const service = text(SERVICE_NAMES[account.service]);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="200">
          <BlockStack gap="050">
            <Text as="h2" variant="headingMd">
              {service}
            </Text>
            <Text as="span" tone="subdued" breakWord>
              {account.login}
            </Text>
          </BlockStack>
          <InlineStack gap="200">
            {account.isGenericMailbox && <Badge>{t('account.generic')}</Badge>}
            <FactorBadge state={factorState(account, now)} />
          </InlineStack>
        </InlineStack>
        {account.conflicts.length > 0 && (
          <Banner tone="warning" stopAnnouncements>
            <Text as="p">
              {t('conflict.words', { facts: list(account.conflicts.map((fact) => t(`fact.${fact}`))) })}
            </Text>
          </Banner>
        )}
        <StatementTable account={account} now={now} />
        <Text as="p" tone="subdued">
          {account.confirmedOn === null
            ? t('account.neverConfirmed')
            : t(isConfirmed(account, now) ? 'account.confirmedOn' : 'account.confirmedLongAgo', {
                day: day(account.confirmedOn),
              })}
        </Text>
        <InlineStack gap="200">
          <Button
            onClick={() => setOpen(open === 'state' ? null : 'state')}
            ariaExpanded={open === 'state'}
            accessibilityLabel={t('state.openOf', { service })}
          >
            {t('state.open')}
          </Button>
          {isActive(account, now) && (
            <Button
              loading={confirm.isPending}
              accessibilityLabel={t('account.confirmOf', { service })}
              onClick={() =>
                confirm.mutate({ act: 'confirm', ids: [account.id] }, { onSuccess: () => toast(t('review.done')) })
              }
            >
              {t('account.confirm')}
            </Button>
          )}
          <Button
            tone="critical"
            variant="tertiary"
            accessibilityLabel={t('account.removeOf', { service })}
            onClick={() => setOpen('remove')}
          >
            {t('account.remove')}
          </Button>
        </InlineStack>
        <ActProblem id={`confirm-${account.id}`} error={confirm.error} />
        {open === 'state' && <StateAccountForm account={account} onDone={() => setOpen(null)} />}
      </BlockStack>
      {open === 'remove' && <RemoveDialog account={account} service={service} onClose={() => setOpen(null)} />}
    </Card>
  );
}

interface RemoveDialogProps {
  readonly account: AccountRow;
  readonly service: string;
  readonly onClose: () => void;
}

function RemoveDialog({ account, service, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('people');
  const remove = useChangePeople();
  const run = () =>
    remove.mutate(
      { act: 'remove-account', id: account.id },
      {
        onSuccess: () => {
          toast(t('account.removed'));
          onClose();
        },
      },
    );
  return (
    <AdminDialog
      isOpen
      title={t('account.removeTitle', { service })}
      action={{ label: t('account.remove'), run, isBusy: remove.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="200">
        <Text as="p">{t('account.removeWords')}</Text>
        <ActProblem id="remove-account" error={remove.error} />
      </BlockStack>
    </AdminDialog>
  );
}
