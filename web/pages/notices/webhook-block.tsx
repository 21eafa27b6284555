import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeNotices, useRotateSecret, useTestWebhook } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useCodeWords } from './use-code-words.ts';
import { useRuleWords } from './use-rule-words.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import type { OutgoingWebhook, WebhookTest, WebhookWithSecret } from '../../../core/api/notices.ts';

interface WebhookBlockProps {
  readonly webhook: OutgoingWebhook;
  readonly onSecret: (made: WebhookWithSecret) => void;
}

/** One target: how it stands, a test, and what its owner may do. */
export function WebhookBlock({ webhook, onSecret }: WebhookBlockProps) {
  const { t } = useTranslation('notices');
  const { name } = webhook;
  const may = useMay();
  const test = useTestWebhook();
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm" breakWord>
          {name}
        </Text>
        <StateBadge webhook={webhook} />
      </InlineStack>
      <WebhookFacts webhook={webhook} />
      <InlineStack gap="200">
        <Button
          loading={test.isPending}
          onClick={() => test.mutate(webhook.id)}
          accessibilityLabel={t('webhooks.testOf', { name })}
        >
          {t('webhooks.test')}
        </Button>
        {may.own && <OwnerActs webhook={webhook} onSecret={onSecret} />}
      </InlineStack>
      <div role="status">{test.data && <TestAnswer answer={test.data} />}</div>
      <ActProblem id={`test-${webhook.id}`} error={test.error} />
    </BlockStack>
  );
}

function StateBadge({ webhook: { isOn, trouble } }: { webhook: OutgoingWebhook }) {
  const { t } = useTranslation('notices');
  const label = { toneAndProgressLabelOverride: t('webhooks.state') };
  if (trouble !== null) {
    return (
      <Badge tone={trouble === 'gone' ? 'critical' : 'attention'} progress="partiallyComplete" {...label}>
        {t(`webhooks.${trouble}`)}
      </Badge>
    );
  }
  return (
    <Badge {...(isOn ? { tone: 'success' as const } : {})} progress={isOn ? 'complete' : 'incomplete'} {...label}>
      {t(isOn ? 'webhooks.on' : 'webhooks.off')}
    </Badge>
  );
}

function WebhookFacts({ webhook }: { webhook: OutgoingWebhook }) {
  const { t } = useTranslation('notices');
  const { date, dateTime } = useFormat();
  const ruleWords = useRuleWords();
  const codeWords = useCodeWords();
  const { host, format, rule, last, oldSecretUntil } = webhook;
  return (
    <BlockStack gap="200">
      <Facts
        facts={[
          { name: t('webhooks.host'), value: host },
          { name: t('webhooks.format'), value: t(`webhooks.formats.${format}`) },
          { name: t('webhooks.hears'), value: ruleWords(rule) },
          {
            name: t('webhooks.last'),
            value:
              last === null
                ? t('webhooks.never')
                : t('webhooks.lastAt', { time: dateTime(last.at), what: codeWords(last.code, last.status) }),
          },
        ]}
      />
      {oldSecretUntil !== null && <Text as="p">{t('webhooks.turning', { date: date(oldSecretUntil) })}</Text>}
    </BlockStack>
  );
}

function TestAnswer({ answer: { isDelivered, status, code } }: { answer: WebhookTest }) {
  const { t } = useTranslation('notices');
  const codeWords = useCodeWords();
  return (
    <Text as="p">
      {isDelivered
        ? t('webhooks.testSent', { status: status ?? '' })
        : t('webhooks.testNot', { why: codeWords(code, status) })}
    </Text>
  );
}

function OwnerActs({ webhook, onSecret }: WebhookBlockProps) {
  const { t } = useTranslation('notices');
  const { id, name, isOn } = webhook;
  const change = useChangeNotices();
  const rotate = useRotateSecret();
  const [open, setOpen] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const turn = () =>
    change.mutate(
      { act: 'change-webhook', id, change: { isOn: !isOn } },
      { onSuccess: () => toast(t(isOn ? 'webhooks.switchedOff' : 'webhooks.switchedOn')) },
    );
  const remove = () =>
    change.mutate(
      { act: 'remove-webhook', id },
      {
        onSuccess: () => {
          close();
          toast(t('webhooks.removed'));
        },
      },
    );
  const renew = () =>
    rotate.mutate(id, {
      onSuccess: (made) => {
        close();
        onSecret(made);
      },
    });
  return (
    <>
      <Button onClick={() => setOpen('edit')} accessibilityLabel={t('webhooks.editOf', { name })}>
        {t('webhooks.edit')}
      </Button>
      <Button onClick={() => setOpen('rotate')} accessibilityLabel={t('webhooks.rotateOf', { name })}>
        {t('webhooks.rotate')}
      </Button>
      <Button
        onClick={turn}
        loading={change.isPending && open === null}
        accessibilityLabel={t(isOn ? 'webhooks.switchOffOf' : 'webhooks.switchOnOf', { name })}
      >
        {t(isOn ? 'webhooks.switchOff' : 'webhooks.switchOn')}
      </Button>
      <Button
        tone="critical"
        variant="tertiary"
        onClick={() => setOpen('remove')}
        accessibilityLabel={t('webhooks.removeOf', { name })}
      >
        {t('webhooks.remove')}
      </Button>
      {open === null && <ActProblem id={`change-${id}`} error={change.error} />}
      {open === 'edit' && <WebhookDialog webhook={webhook} onMade={onSecret} onClose={close} />}
      {open === 'rotate' && (
        <ConfirmDialog
          title={t('webhooks.rotateTitle', { name })}
          words={t('webhooks.rotateWords')}
          action={{ label: t('webhooks.rotate'), run: renew, isBusy: rotate.isPending }}
          error={rotate.error}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={t('webhooks.removeTitle', { name })}
          words={t('webhooks.removeWords')}
          action={{ label: t('webhooks.remove'), run: remove, isBusy: change.isPending }}
          error={change.error}
          onClose={close}
        />
      )}
    </>
  );
}
