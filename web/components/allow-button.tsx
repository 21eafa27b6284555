import { BlockStack, Button, Text } from '@shopify/polaris';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestScopes, toast } from '../admin/app-bridge.ts';
import { useMay } from '../api/home.ts';
import { KEYS } from '../api/keys.ts';
import { useScanToCome } from '../api/scan.ts';

interface AllowButtonProps {
  readonly label: string;
  /** Where several stand together: which one this is. */
  readonly accessibilityLabel?: string;
  readonly scopes: readonly string[];
  readonly isPrimary: boolean;
}

/** Shopify asks the merchant itself, in a dialog of the admin. What was allowed is read by a check that starts alone. */
export function AllowButton({ label, accessibilityLabel, scopes, isPrimary }: AllowButtonProps) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const client = useQueryClient();
  const [state, setState] = useState<'idle' | 'asking' | 'refused' | 'granted'>('idle');
  useScanToCome(state === 'granted');

  const ask = async () => {
    setState('asking');
    const isGranted = await requestScopes(scopes).catch(() => false);
    setState(isGranted ? 'granted' : 'refused');
    if (!isGranted) return;
    toast(t('common:toast.accessAllowed'));
    await client.invalidateQueries({ queryKey: KEYS.settings });
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      {state !== 'granted' && (
        <Button
          {...(isPrimary && { variant: 'primary' as const })}
          {...(accessibilityLabel !== undefined && { accessibilityLabel })}
          loading={state === 'asking'}
          disabled={!may.manage}
          onClick={() => void ask()}
        >
          {label}
        </Button>
      )}
      <div role="status">
        {(state === 'refused' || state === 'granted') && (
          <Text as="p" tone="subdued">
            {state === 'refused' ? t('access.notAllowed') : t('access.checkComes')}
          </Text>
        )}
      </div>
    </BlockStack>
  );
}
