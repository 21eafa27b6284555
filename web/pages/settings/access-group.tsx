import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AllowButton } from '../../components/allow-button.tsx';
import { GrantBadge } from './grant-badge.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { Settings } from '../../../core/api/settings.ts';

/** What Prahari may read in Shopify, what each is for, and what more the merchant may allow. */
export function AccessGroup({ scopes }: { scopes: Settings['scopes'] }) {
  const { t } = useTranslation('settings');
  const missing = scopes.required.filter((scope) => !scopes.granted.includes(scope));
  const reads = scopes.optional.filter((scope) => !isForOneDeed(scope));
  const notAllowed = reads.filter((scope) => !scopes.granted.includes(scope));
  const forOneDeed = scopes.optional.filter(isForOneDeed);
  return (
    <SettingsGroup title={t('access.title')} words={t('access.words')}>
      <BlockStack gap="500">
        <ScopeList title={t('access.required')} scopes={scopes.required} granted={scopes.granted} />
        {missing.length > 0 && <AllowButton label={t('access.allowMissing')} scopes={missing} isPrimary />}
        {reads.length > 0 && <ScopeList title={t('access.optional')} scopes={reads} granted={scopes.granted} />}
        {notAllowed.length > 0 && (
          <AllowButton label={t('access.allowOptional')} scopes={notAllowed} isPrimary={false} />
        )}
        {forOneDeed.length > 0 && <ScopesForOneDeed scopes={forOneDeed} granted={scopes.granted} />}
      </BlockStack>
    </SettingsGroup>
  );
}

/** Whoever writes may spoil, and customers are people: never asked for together with the rest, one at a time. */
const isForOneDeed = (scope: string) => scope.startsWith('write_') || scope === 'read_customers';

function ScopesForOneDeed({ scopes, granted }: { scopes: readonly string[]; granted: readonly string[] }) {
  const { t } = useTranslation('settings');
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('access.forOneDeed')}
      </Text>
      <Text as="p" tone="subdued">
        {t('access.forOneDeedWhy')}
      </Text>
      {scopes.map((scope) => (
        <InlineStack key={scope} align="space-between" blockAlign="center" gap="200" wrap={false}>
          <Text as="span">{t(`scope.${scope}`, { defaultValue: scope })}</Text>
          {granted.includes(scope) ? (
            <GrantBadge isGranted />
          ) : (
            <AllowButton
              label={t('access.allowOne')}
              accessibilityLabel={`${t('access.allowOne')}: ${t(`scope.${scope}`, { defaultValue: scope })}`}
              scopes={[scope]}
              isPrimary={false}
            />
          )}
        </InlineStack>
      ))}
    </BlockStack>
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
