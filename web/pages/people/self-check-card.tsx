import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople, useInvite } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SELF_CHECK_PURPOSES } from '../../../core/api/self-check.ts';
import type { PersonRow } from '../../../core/api/people.ts';

/** A link for the person's own browser. It is shown here once; whoever has it can use it, so it is not kept. */
export function SelfCheckCard({ person }: { person: PersonRow }) {
  const { t } = useTranslation('people');
  const { date, dateTime } = useFormat();
  const invite = useInvite();
  const withdraw = useChangePeople();
  const [isCopied, setCopied] = useState(false);
  const { invitedAt, passwordCheckedAt, deviceCheckedAt } = person.selfCheck;
  const when = (at: string | null) => (at === null ? t('selfCheck.notYet') : date(at));

  const copy = (url: string) =>
    navigator.clipboard.writeText(url).then(
      () => {
        setCopied(true);
        toast(t('selfCheck.copied'));
      },
      () => setCopied(false), // a frame may be kept from the clipboard: the field is selected by hand
    );
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('selfCheck.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('selfCheck.words')}
          </Text>
        </BlockStack>
        <Facts
          facts={[
            { name: t('selfCheck.password'), value: when(passwordCheckedAt) },
            { name: t('selfCheck.device'), value: when(deviceCheckedAt) },
            { name: t('selfCheck.invited'), value: when(invitedAt) },
          ]}
        />
        <InlineStack gap="200">
          {SELF_CHECK_PURPOSES.map((purpose) => (
            <Button
              key={purpose}
              loading={invite.isPending && invite.variables.purpose === purpose}
              onClick={() => {
                setCopied(false);
                invite.mutate({ id: person.id, purpose });
              }}
            >
              {t(`selfCheck.invite.${purpose}`)}
            </Button>
          ))}
          {invitedAt !== null && (
            <Button
              variant="tertiary"
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(
                  { act: 'withdraw-invitations', id: person.id },
                  {
                    onSuccess: () => {
                      invite.reset();
                      toast(t('selfCheck.withdrawn'));
                    },
                  },
                )
              }
            >
              {t('selfCheck.withdraw')}
            </Button>
          )}
        </InlineStack>
        <div role="status">
          {invite.data && (
            <BlockStack gap="200">
              <TextField
                label={t('selfCheck.link')}
                value={invite.data.url}
                readOnly
                autoComplete="off"
                onFocus={(event) => {
                  if (event?.target instanceof HTMLInputElement) event.target.select();
                }}
                connectedRight={
                  <Button onClick={() => void copy(invite.data.url)}>
                    {isCopied ? t('selfCheck.copiedShort') : t('selfCheck.copy')}
                  </Button>
                }
              />
              <Text as="p" tone="subdued">
                {t('selfCheck.sendYourself', { time: dateTime(invite.data.expiresAt) })}
              </Text>
            </BlockStack>
          )}
        </div>
        <ActProblem id="invite" error={invite.error ?? withdraw.error} />
      </BlockStack>
    </Card>
  );
}
