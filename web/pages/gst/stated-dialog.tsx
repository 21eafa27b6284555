import { BlockStack, ChoiceList, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeStated } from '../../api/gst.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { indiaDay } from '../../format/calendar.ts';
import { changeOf, dayFault, inputOf, lutChoices, type StatedInput } from './stated-form.ts';
import type { RegistrationRow } from '../../../core/api/settings.ts';
import type { StatedRegistration } from '../../../core/evidence/tax-profile.ts';

interface StatedDialogProps {
  readonly row: RegistrationRow;
  readonly stated: StatedRegistration | undefined;
  readonly onClose: () => void;
}

/** What the merchant knows of a registration and nobody else tells. Everything may stay open. */
export function StatedDialog({ row, stated, onClose }: StatedDialogProps) {
  const { t } = useTranslation('gst');
  const change = useChangeStated();
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [input, setInput] = useState(() => inputOf(stated));
  const [isAsked, setAsked] = useState(false);
  const fault = isAsked ? dayFault(input, today) : null;
  const set = (part: Partial<StatedInput>) => setInput({ ...input, ...part });
  const open = { label: t('notStated'), value: '' };

  const save = () => {
    setAsked(true);
    if (dayFault(input, today) !== null) return;
    change.mutate(
      { id: row.id, change: changeOf(input) },
      {
        onSuccess: () => {
          toast(t('common:toast.profileSaved'));
          onClose();
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={t('stated.title', { gstin: row.gstin })}
      action={{ label: t('stated.save'), run: save, isBusy: change.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{t('stated.words')}</Text>
        <Select
          label={t('stated.schemeLabel')}
          options={[
            open,
            { value: 'regular', label: t('stated.scheme.regular') },
            { value: 'composition', label: t('stated.scheme.composition') },
          ]}
          value={input.scheme}
          onChange={(scheme: StatedInput['scheme']) => set({ scheme })}
        />
        <Select
          label={t('stated.filingLabel')}
          options={[
            open,
            { value: 'monthly', label: t('stated.filing.monthly') },
            { value: 'quarterly', label: t('stated.filing.quarterly') },
          ]}
          value={input.filing}
          onChange={(filing: StatedInput['filing']) => set({ filing })}
        />
        <TextField
          type="date"
          label={t('stated.registeredOn')}
          helpText={t('stated.registeredOnHelp')}
          value={input.registeredOn}
          max={today}
          onChange={(registeredOn) => set({ registeredOn })}
          autoComplete="off"
          error={fault !== null && t(`stated.fault.${fault}`)}
        />
        <Select
          label={t('stated.bankLabel')}
          options={[open, { value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]}
          value={input.hasBankAccount}
          onChange={(hasBankAccount: StatedInput['hasBankAccount']) => set({ hasBankAccount })}
        />
        <ChoiceList
          allowMultiple
          title={t('stated.lutLabel')}
          choices={lutChoices(today, stated?.lutYears ?? []).map((year) => ({ value: year, label: year }))}
          selected={[...input.lutYears]}
          onChange={(lutYears) => set({ lutYears })}
        />
        <ActProblem id="stated" error={change.error} />
      </BlockStack>
    </AdminDialog>
  );
}
