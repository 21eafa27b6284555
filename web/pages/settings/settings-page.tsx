import { BlockStack, Link, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { useSettings } from '../../api/settings.ts';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RegistrationList } from '../../components/registrations/registration-list.tsx';
import { GstinField } from '../../components/registrations/gstin-field.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { AccessGroup } from './access-group.tsx';
import { BeaconGroup } from './beacon-group.tsx';
import { GuideGroup } from './guide-group.tsx';
import { HostsGroup } from './hosts-group.tsx';
import { IdentityGroup } from './identity-group.tsx';
import { LanguageGroup } from './language-group.tsx';
import { LookUpsGroup } from './look-ups-group.tsx';
import { MembersGroup } from './members-group.tsx';
import { RetentionGroup } from './retention-group.tsx';
import { SamplingGroup } from './sampling-group.tsx';
import { SettingsGroup } from './settings-group.tsx';
import type { Settings } from '../../../core/api/settings.ts';

/** Each group: its name and one line on the left, a card on the right; one under the other on a phone. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const settings = useSettings();
  if (settings.isPending) return <PageSkeleton title={t('title')} cards={[3, 4, 6]} />;
  return (
    <Page title={t('title')}>
      {!settings.data ? (
        <TroubleCard error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <Groups settings={settings.data} />
      )}
    </Page>
  );
}

function Groups({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const may = useMay();
  return (
    <BlockStack gap={{ xs: '400', md: '600' }}>
      <RoleNote />
      <LanguageGroup key={settings.language ?? 'admin'} language={settings.language} />
      <SettingsGroup title={t('registrations.title')} words={t('registrations.words')}>
        <BlockStack gap="400">
          <GstinField isDisabled={!may.manage} />
          <RegistrationList isDisabled={!may.manage} />
        </BlockStack>
      </SettingsGroup>
      <LookUpsGroup />
      <IdentityGroup />
      <HostsGroup />
      <SamplingGroup />
      <BeaconGroup />
      <MembersGroup />
      <AccessGroup scopes={settings.scopes} />
      <SettingsGroup title={t('shopFront.title')} words={t('shopFront.words')}>
        <Link url="/shop-front">{t('shopFront.open')}</Link>
      </SettingsGroup>
      <SettingsGroup title={t('notices.title')} words={t('notices.words')}>
        <Link url="/notices">{t('notices.open')}</Link>
      </SettingsGroup>
      <SettingsGroup title={t('rhythm.title')} words={t('rhythm.words')}>
        <Link url="/rhythm">{t('rhythm.open')}</Link>
      </SettingsGroup>
      <SettingsGroup title={t('audit.title')} words={t('audit.words')}>
        <Link url="/audit">{t('audit.open')}</Link>
      </SettingsGroup>
      <RetentionGroup retention={settings.retention} />
      <GuideGroup isHidden={settings.guideHidden} />
    </BlockStack>
  );
}
