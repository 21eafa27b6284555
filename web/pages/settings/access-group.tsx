import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestScopes, toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { KEYS } from '../../api/keys.ts';
import { GrantBadge } from './grant-badge.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { Settings } from '../../../core/api/settings.ts';

/** What Prahari may read in Shopify, what each is for, and what more the merchant may allow. */
export function AccessGroup({ scopes }: { scopes: Settings['scopes'] }) {
  const { t } = useTranslation('settings');
  const missing = scopes.required.filter((scope) => !scopes.granted.includes(scope));
  const notAllowed = scopes.optional.filter((scope) => !scopes.granted.includes(scope));
  return (
    <SettingsGroup title={t('access.title')} words={t('access.words')}>
      <BlockStack gap="500">
        <ScopeList title={t('access.required')} scopes={scopes.required} granted={scopes.granted} />
        {missing.length > 0 && <AllowButton label={t('access.allowMissing')} scopes={missing} isPrimary />}
        {scopes.optional.length > 0 && (
          <ScopeList title={t('access.optional')} scopes={scopes.optional} granted={scopes.granted} />
        )}
        {notAllowed.length > 0 && (
          <AllowButton label={t('access.allowOptional')} scopes={notAllowed} isPrimary={false} />
        )}
      </BlockStack>
    </SettingsGroup>
  );
}

function ScopeList({
  title,
  scopes,
  granted,
}: {
  title: string;
  scopes: readonly string[];
  granted: readonly string[];
}) {
  const { t } = useTranslation('settings');
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {scopes.map((scope) => (
        <InlineStack key={scope} align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Text as="span">{t(`scope.${scope}`, { defaultValue: scope })}</Text>
          <GrantBadge isGranted={granted.includes(scope)} />
        </InlineStack>
      ))}
    </BlockStack>
  );
}

/** Shopify asks the merchant itself, in a dialog of the admin. */
function AllowButton({ label, scopes, isPrimary }: { label: string; scopes: readonly string[]; isPrimary: boolean }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const client = useQueryClient();
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');

  const ask = async () => {
    setState('asking');
    const isGranted = await requestScopes(scopes).catch(() => false);
    setState(isGranted ? 'idle' : 'refused');
    if (!isGranted) return;
    toast(t('common:toast.accessAllowed'));
    await client.invalidateQueries({ queryKey: KEYS.settings });
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button
        {...(isPrimary && { variant: 'primary' as const })}
        loading={state === 'asking'}
        disabled={!may.manage}
        onClick={() => void ask()}
      >
        {label}
      </Button>
      {state === 'refused' && (
        <div role="status">
          <Text as="p" tone="subdued">
            {t('access.notAllowed')}
          </Text>
        </div>
      )}
    </BlockStack>
  );
}
