import { BlockStack, InlineGrid, Select } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { FormSaveBar } from '../../admin/form-save-bar.tsx';
import { useChangeProfile } from '../../api/gst.ts';
import { useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { GstCard } from './gst-card.tsx';
import { truthOf, wordOf } from './stated-form.ts';
import { TURNOVER_BANDS, type TaxProfile } from '../../../core/evidence/tax-profile.ts';

/** What the merchant states of the business. A change is followed by a check. */
export function ProfileCard({ profile }: { profile: TaxProfile }) {
  const { turnover, isUnregistered, sellsForOthers } = profile;
  return <ProfileForm key={[turnover, isUnregistered, sellsForOthers].join(' ')} profile={profile} />;
}

function ProfileForm({ profile }: { profile: TaxProfile }) {
  const { t } = useTranslation('gst');
  const may = useMay();
  const change = useChangeProfile();
  const saved = {
    turnover: profile.turnover ?? '',
    isUnregistered: wordOf(profile.isUnregistered),
    sellsForOthers: wordOf(profile.sellsForOthers),
  };
  const [input, setInput] = useState<Readonly<Record<keyof typeof saved, string>>>(saved);
  const isDirty =
    input.turnover !== saved.turnover ||
    input.isUnregistered !== saved.isUnregistered ||
    input.sellsForOthers !== saved.sellsForOthers;
  const open = { label: t('notStated'), value: '' };
  const truths = [open, { value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }];

  const save = () =>
    change.mutate(
      {
        turnover: TURNOVER_BANDS.find((band) => band === input.turnover) ?? null,
        isUnregistered: truthOf(input.isUnregistered),
        sellsForOthers: truthOf(input.sellsForOthers),
      },
      { onSuccess: () => toast(t('common:toast.profileSaved')) },
    );
  return (
    <GstCard title={t('profile.title')} words={t('profile.words')}>
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <Select
            label={t('profile.turnover')}
            helpText={t('profile.turnoverHelp')}
            options={[open, ...TURNOVER_BANDS.map((band) => ({ value: band, label: t(`turnover.${band}`) }))]}
            value={input.turnover}
            disabled={!may.manage}
            onChange={(turnover) => setInput({ ...input, turnover })}
          />
          <Select
            label={t('profile.sellsForOthers')}
            helpText={t('profile.sellsForOthersHelp')}
            options={truths}
            value={input.sellsForOthers}
            disabled={!may.manage}
            onChange={(sellsForOthers) => setInput({ ...input, sellsForOthers })}
          />
          {(profile.registrations.length === 0 || profile.isUnregistered === true) && (
            <Select
              label={t('profile.isUnregistered')}
              helpText={t('profile.isUnregisteredHelp')}
              options={truths}
              value={input.isUnregistered}
              disabled={!may.manage}
              onChange={(isUnregistered) => setInput({ ...input, isUnregistered })}
            />
          )}
        </InlineGrid>
        <ActProblem id="profile" error={change.error} />
      </BlockStack>
      <FormSaveBar
        id="gst-profile-bar"
        isDirty={isDirty}
        isBusy={change.isPending}
        onSave={save}
        onDiscard={() => setInput(saved)}
      />
    </GstCard>
  );
}
