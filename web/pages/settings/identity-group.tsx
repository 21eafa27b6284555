import { BlockStack, Box, Button, SkeletonBodyText, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { usePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { ProviderBlock } from './provider-block.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { IDENTITY_PROVIDERS } from '../../../core/api/people.ts';

/** The providers that can tell of mailboxes and second steps; any number may be connected. */
export function IdentityGroup() {
  const { t } = useTranslation('people');
  const may = useMay();
  const people = usePeople();
  return (
    <SettingsGroup title={t('provider.groupTitle')} words={t('provider.groupWords')}>
      {may.isKnown && !may.manage ? (
        <Text as="p" tone="subdued">
          {t('provider.managersOnly')}
        </Text>
      ) : people.data ? (
        <BlockStack gap="400">
          {IDENTITY_PROVIDERS.map((provider, index) => (
            <Box
              key={provider}
              {...(index < IDENTITY_PROVIDERS.length - 1 && {
                paddingBlockEnd: '400' as const,
                borderBlockEndWidth: '025' as const,
                borderColor: 'border-secondary' as const,
              })}
            >
              <ProviderBlock
                provider={provider}
                state={people.data.providers.find((known) => known.provider === provider)}
              />
            </Box>
          ))}
          {!may.own && (
            <Text as="p" tone="subdued">
              {t('provider.ownerOnly')}
            </Text>
          )}
        </BlockStack>
      ) : people.isPending ? (
        <SkeletonBodyText lines={4} />
      ) : (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="identity" error={people.error} />
          <Button onClick={() => void people.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
    </SettingsGroup>
  );
}
