import { Badge, BlockStack, Button, List, SkeletonBodyText, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { themeEditorAddress, toast } from '../../admin/app-bridge.ts';
import { useBeacon, useSwitchBeacon } from '../../api/beacon.ts';
import { useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SettingsGroup } from './settings-group.tsx';
import type { BeaconState } from '../../../core/api/scripts.ts';

/** Whether visitors' browsers may tell which scripts ran. Off until the owner says so. */
export function BeaconGroup() {
  const { t } = useTranslation('settings');
  const beacon = useBeacon();
  return (
    <SettingsGroup title={t('beacon.title')} words={t('beacon.words')}>
      {beacon.data ? (
        <BeaconSwitch state={beacon.data} />
      ) : beacon.isPending ? (
        <SkeletonBodyText lines={4} />
      ) : (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="beacon" error={beacon.error} />
          <Button onClick={() => void beacon.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
    </SettingsGroup>
  );
}

function BeaconSwitch({ state: { isOn, lastReportAt, editorUrl } }: { state: BeaconState }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  const change = useSwitchBeacon();
  const toggle = () =>
    change.mutate(!isOn, { onSuccess: () => toast(t(isOn ? 'beacon.switchedOff' : 'beacon.switchedOn')) });
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Badge
        {...(isOn ? { tone: 'success' as const, progress: 'complete' as const } : { progress: 'incomplete' as const })}
        toneAndProgressLabelOverride={t('beacon.state')}
      >
        {t(isOn ? 'beacon.on' : 'beacon.off')}
      </Badge>
      <List>
        <List.Item>{t('beacon.sends')}</List.Item>
        <List.Item>{t('beacon.never')}</List.Item>
        <List.Item>{t('beacon.leftOut')}</List.Item>
        <List.Item>{t('beacon.decides')}</List.Item>
        {isOn && <List.Item>{t('beacon.forgets')}</List.Item>}
      </List>
      {isOn && <LastReport at={lastReportAt} editorUrl={editorUrl} />}
      <Button loading={change.isPending} disabled={!may.own} onClick={toggle}>
        {t(isOn ? 'beacon.switchOff' : 'beacon.switchOn')}
      </Button>
      {may.isKnown && !may.own && (
        <Text as="p" tone="subdued">
          {t('beacon.ownerOnly')}
        </Text>
      )}
      <ActProblem id="beacon-switch" error={change.error} />
    </BlockStack>
  );
}

/** Reports come only once the theme has the block; whether it does, the first report says. */
function LastReport({ at, editorUrl }: { at: string | null; editorUrl: string }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (at !== null) return <Text as="p">{t('beacon.lastReport', { date: format.dateTime(at) })}</Text>;
  return (
    <>
      <Text as="p">{t('beacon.noReport')}</Text>
      <Text as="p">{t('beacon.embed')}</Text>
      <Button url={themeEditorAddress(editorUrl)} target="_top" icon={ExternalIcon}>
        {t('beacon.openEditor')}
      </Button>
    </>
  );
}
