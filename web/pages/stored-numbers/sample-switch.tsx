import { Badge, BlockStack, Button, InlineStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeDataAtRest } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { AllowButton } from '../../components/allow-button.tsx';
import type { DataAtRestState } from '../../../core/api/security.ts';

/** Whether we may look into the newest notes and tags. Off until the owner says so; the permission is asked in place. */
export function SampleSwitch({ state }: { state: DataAtRestState }) {
  const { t } = useTranslation('storefront');
  const may = useMay();
  const change = useChangeDataAtRest();
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Badge
        {...(state.isSampleOn
          ? { tone: 'success' as const, progress: 'complete' as const }
          : { progress: 'incomplete' as const })}
        toneAndProgressLabelOverride={t('sample.title')}
      >
        {t(state.isSampleOn ? 'sample.on' : 'sample.off')}
      </Badge>
      <List>
        <List.Item>{t('sample.reads')}</List.Item>
        <List.Item>{t('sample.keeps')}</List.Item>
        <List.Item>{t('sample.never')}</List.Item>
      </List>
      <InlineStack gap="200">
        <Button
          loading={change.isPending}
          disabled={!may.own}
          onClick={() =>
            change.mutate(
              { act: 'switch-sample', isOn: !state.isSampleOn },
              { onSuccess: () => toast(t(state.isSampleOn ? 'sample.switchedOff' : 'sample.switchedOn')) },
            )
          }
        >
          {t(state.isSampleOn ? 'sample.switchOff' : 'sample.switchOn')}
        </Button>
      </InlineStack>
      {may.isKnown && !may.own && (
        <Text as="p" tone="subdued">
          {t('sample.ownerOnly')}
        </Text>
      )}
      {state.isSampleOn && state.missingScopes.length > 0 && (
        <>
          <Text as="p">{t('sample.needsScope')}</Text>
          <AllowButton label={t('sample.allow')} scopes={state.missingScopes} isPrimary={false} />
        </>
      )}
      <ActProblem id="sample" error={change.error} />
    </BlockStack>
  );
}
