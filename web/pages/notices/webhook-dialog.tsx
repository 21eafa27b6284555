import { BlockStack, Checkbox, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useAddWebhook, useChangeNotices } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { LanguageField } from './language-field.tsx';
import { RuleFields } from './rule-fields.tsx';
import { refusedUrl, urlFault } from './url-fault.ts';
import {
  WEBHOOK_FORMATS,
  type NewWebhook,
  type OutgoingWebhook,
  type WebhookWithSecret,
} from '../../../core/api/notices.ts';
import { DEFAULT_RULE } from '../../../core/notices/rules.ts';

interface WebhookDialogProps {
  /** Null: a new one. The address of a known one stays, since its secret belongs to it. */
  readonly webhook: OutgoingWebhook | null;
  readonly onMade: (made: WebhookWithSecret) => void;
  readonly onClose: () => void;
}

export function WebhookDialog({ webhook, onMade, onClose }: WebhookDialogProps) {
  const { t } = useTranslation('notices');
  const language = useLanguage();
  const add = useAddWebhook();
  const change = useChangeNotices();
  const [url, setUrl] = useState('');
  const [wish, setWish] = useState<Omit<NewWebhook, 'url'>>(
    webhook
      ? {
          ...{ name: webhook.name, format: webhook.format, language: webhook.language },
          ...{ rule: webhook.rule, getsWeekly: webhook.getsWeekly },
        }
      : { name: '', format: 'slack', language, rule: DEFAULT_RULE, getsWeekly: true },
  );
  const [isAsked, setAsked] = useState(false);
  const refused = refusedUrl(add.error);
  const fault = webhook ? null : (urlFault(url) ?? refused);
  const isNameless = wish.name.trim() === '';

  const save = () => {
    setAsked(true);
    if (isNameless || wish.rule.areas.length === 0 || (webhook === null && urlFault(url) !== null)) return;
    const named = { ...wish, name: wish.name.trim() };
    if (webhook) {
      change.mutate(
        { act: 'change-webhook', id: webhook.id, change: named },
        {
          onSuccess: () => {
            toast(t('webhooks.saved'));
            onClose();
          },
        },
      );
      return;
    }
    add.mutate(
      { ...named, url: url.trim() },
      {
        onSuccess: (made) => {
          onMade(made);
          onClose();
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={webhook ? t('webhooks.editTitle', { name: webhook.name }) : t('webhooks.addTitle')}
      action={{
        label: t(webhook ? 'readers.save' : 'webhooks.add'),
        run: save,
        isBusy: add.isPending || change.isPending,
      }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <TextField
          label={t('webhooks.name')}
          helpText={t('webhooks.nameHelp')}
          value={wish.name}
          onChange={(name) => setWish({ ...wish, name })}
          autoComplete="off"
          maxLength={60}
          error={isAsked && isNameless && t('webhooks.nameNeeded')}
        />
        {webhook === null && (
          <TextField
            type="url"
            label={t('webhooks.url')}
            helpText={t('webhooks.urlHelp')}
            value={url}
            onChange={(typed) => {
              setUrl(typed);
              add.reset();
            }}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            error={isAsked && fault !== null && t(`webhooks.urlFault.${fault}`)}
          />
        )}
        <Select
          label={t('webhooks.format')}
          options={WEBHOOK_FORMATS.map((value) => ({ value, label: t(`webhooks.formats.${value}`) }))}
          value={wish.format}
          onChange={(value) =>
            setWish({ ...wish, format: WEBHOOK_FORMATS.find((format) => format === value) ?? wish.format })
          }
        />
        <LanguageField value={wish.language} onChange={(chosen) => setWish({ ...wish, language: chosen })} />
        <Checkbox
          label={t('webhooks.getsWeekly')}
          checked={wish.getsWeekly}
          onChange={(getsWeekly) => setWish({ ...wish, getsWeekly })}
        />
        <RuleFields rule={wish.rule} onChange={(rule) => setWish({ ...wish, rule })} />
        <ActProblem id="webhook" error={refused === null ? (add.error ?? change.error) : null} />
      </BlockStack>
    </AdminDialog>
  );
}
