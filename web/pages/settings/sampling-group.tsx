import { BlockStack, Button, SkeletonBodyText } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useDataAtRest } from '../../api/storefront.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SampleSwitch } from '../stored-numbers/sample-switch.tsx';
import { SettingsGroup } from './settings-group.tsx';

/** Whether we may look for card and identity numbers in the shop's own notes. */
export function SamplingGroup() {
  const { t } = useTranslation('storefront');
  const known = useDataAtRest();
  return (
    <SettingsGroup title={t('sample.title')} words={t('sample.words')}>
      {known.data ? (
        <SampleSwitch state={known.data} />
      ) : known.isPending ? (
        <SkeletonBodyText lines={3} />
      ) : (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="sampling" error={known.error} />
          <Button onClick={() => void known.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
    </SettingsGroup>
  );
}
