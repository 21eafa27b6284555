import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeNotices } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReaderDialog } from './reader-dialog.tsx';
import { useRuleWords } from './use-rule-words.ts';
import type { Reader } from '../../../core/api/notices.ts';

const LOOKS = {
  waiting: { tone: 'attention', progress: 'partiallyComplete' },
  confirmed: { tone: 'success', progress: 'complete' },
  bounced: { tone: 'critical', progress: 'incomplete' },
} as const satisfies Record<Reader['state'], object>;

/** One address, masked: what it gets and whether it is confirmed. */
export function ReaderBlock({ reader }: { reader: Reader }) {
  const { t } = useTranslation('notices');
  const may = useMay();
  const { list } = useFormat();
  const ruleWords = useRuleWords();
  const invite = useChangeNotices();
  const remove = useChangeNotices();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const { address, state, rule, getsAlerts, getsWeekly, role } = reader;
  const gets = [...(getsAlerts ? [t('readers.getsAlerts')] : []), ...(getsWeekly ? [t('readers.getsWeekly')] : [])];
  const mayChange = may.own || role !== 'owner';
  const forget = () =>
    remove.mutate(
      { act: 'remove-reader', id: reader.id },
      {
        onSuccess: () => {
          setOpen(null);
          toast(t('readers.removed'));
        },
      },
    );
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm" breakWord>
          {address}
        </Text>
        <Badge {...LOOKS[state]} toneAndProgressLabelOverride={t('readers.state')}>
          {t(`readers.${state}`)}
        </Badge>
      </InlineStack>
      {state === 'bounced' && <Text as="p">{t('readers.bouncedWords')}</Text>}
      <Facts
        facts={[
          { name: t('readers.gets'), value: gets.length > 0 ? list(gets) : t('readers.getsNothing') },
          ...(getsAlerts ? [{ name: t('readers.getsAlerts'), value: ruleWords(rule) }] : []),
          { name: t('readers.role'), value: t(`common:role.${role}`) },
        ]}
      />
      {mayChange ? (
        <InlineStack gap="200">
          <Button onClick={() => setOpen('edit')} accessibilityLabel={t('readers.editOf', { address })}>
            {t('readers.edit')}
          </Button>
          {state !== 'confirmed' && (
            <Button
              loading={invite.isPending}
              accessibilityLabel={t('readers.inviteOf', { address })}
              onClick={() =>
                invite.mutate({ act: 'invite-reader', id: reader.id }, { onSuccess: () => toast(t('readers.invited')) })
              }
            >
              {t('readers.invite')}
            </Button>
          )}
          <Button
            tone="critical"
            variant="tertiary"
            onClick={() => setOpen('remove')}
            accessibilityLabel={t('readers.removeOf', { address })}
          >
            {t('readers.remove')}
          </Button>
        </InlineStack>
      ) : (
        <Text as="p" tone="subdued">
          {t('readers.aboveMine')}
        </Text>
      )}
      <ActProblem id={`invite-${reader.id}`} error={invite.error} />
      {open === 'edit' && <ReaderDialog reader={reader} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={t('readers.removeTitle', { address })}
          words={t('readers.removeWords')}
          action={{ label: t('readers.remove'), run: forget, isBusy: remove.isPending }}
          error={remove.error}
          onClose={() => setOpen(null)}
        />
      )}
    </BlockStack>
  );
}
