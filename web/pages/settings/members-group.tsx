import { BlockStack, Button, InlineStack, Select, SkeletonBodyText, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeRole, useMembers } from '../../api/settings.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SettingsGroup } from './settings-group.tsx';
import { ROLES } from '../../../core/api/home.ts';
import type { Member } from '../../../core/api/settings.ts';

/** Who has opened Prahari, and what each may do. Only the owner sees and changes it. */
export function MembersGroup() {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <SettingsGroup title={t('members.title')} words={t('members.words')}>
      {may.own ? (
        <MemberList />
      ) : (
        <Text as="p" tone="subdued">
          {t('members.ownerOnly')}
        </Text>
      )}
    </SettingsGroup>
  );
}

function MemberList() {
  const { t } = useTranslation('settings');
  const members = useMembers(true);
  const change = useChangeRole();
  if (members.isPending) return <SkeletonBodyText lines={3} />;
  if (!members.data) {
    return (
      <BlockStack gap="200" inlineAlign="start">
        <ActProblem id="members" error={members.error} />
        <Button onClick={() => void members.refetch()}>{t('common:act.tryAgain')}</Button>
      </BlockStack>
    );
  }
  const owners = members.data.filter(({ role }) => role === 'owner').length;
  return (
    <BlockStack gap="400">
      {members.data.map((member) => (
        <MemberRow
          key={member.userId}
          member={member}
          isLastOwner={member.role === 'owner' && owners === 1}
          isBusy={change.isPending}
          onRole={(role) =>
            change.mutate({ userId: member.userId, role }, { onSuccess: () => toast(t('common:toast.roleChanged')) })
          }
        />
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        {t('members.noNames')}
      </Text>
      <ActProblem id="members" error={change.error} />
    </BlockStack>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly isLastOwner: boolean;
  readonly isBusy: boolean;
  readonly onRole: (role: Member['role']) => void;
}

function MemberRow({ member, isLastOwner, isBusy, onRole }: MemberRowProps) {
  const { t } = useTranslation('settings');
  const { date } = useFormat();
  const name = member.isMe ? t('members.me', { id: member.userId }) : t('members.person', { id: member.userId });
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="span" fontWeight="medium">
          {name}
        </Text>
        <Text as="span" tone="subdued" variant="bodySm">
          {isLastOwner ? t('members.lastOwner') : t('members.seen', { date: date(member.lastSeenAt) })}
        </Text>
      </BlockStack>
      <Select
        label={t('members.roleOf', { name })}
        labelHidden
        options={ROLES.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        value={member.role}
        disabled={isLastOwner || isBusy}
        onChange={(role) => onRole(ROLES.find((known) => known === role) ?? member.role)}
      />
    </InlineStack>
  );
}
