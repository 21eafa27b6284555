import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeSettings } from '../../api/settings.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SettingsGroup } from './settings-group.tsx';

/** Brings the set-up guide back to Home. */
export function GuideGroup({ isHidden }: { isHidden: boolean }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const change = useChangeSettings();
  const show = () => change.mutate({ guideHidden: false }, { onSuccess: () => toast(t('common:toast.guideShown')) });
  return (
    <SettingsGroup title={t('guide.title')} words={t('guide.words')}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{isHidden ? t('guide.hidden') : t('guide.shown')}</Text>
        {isHidden && (
          <Button onClick={show} disabled={!may.manage} loading={change.isPending}>
            {t('guide.show')}
          </Button>
        )}
        <ActProblem id="guide" error={change.error} />
      </BlockStack>
    </SettingsGroup>
  );
}
