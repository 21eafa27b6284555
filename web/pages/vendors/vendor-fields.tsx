import { BlockStack, ChoiceList, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { chosenClasses, LONGEST, type VendorFault, type VendorInput } from './vendor-form.ts';
import { DATA_CLASSES, VENDOR_KINDS, type DataClass, type VendorKind } from '../../../core/data/vendor-papers.ts';
import type { Day } from '../../../core/time.ts';

interface VendorFieldsProps {
  readonly input: VendorInput;
  readonly faults: Readonly<Partial<Record<keyof VendorInput, VendorFault>>>;
  readonly today: Day;
  readonly onChange: (input: VendorInput) => void;
  /** Shopify tells the permissions of this one: nothing to state. */
  readonly areScopesKnown: boolean;
}

/** Everything that a person can say of a vendor. Only the name is needed. */
export function VendorFieldsForm({ input, faults, today, onChange, areScopesKnown }: VendorFieldsProps) {
  const { t } = useTranslation('vendors');
  const set = (part: Partial<VendorInput>) => onChange({ ...input, ...part });
  const fault = (field: keyof VendorInput) => {
    const found = faults[field];
    return found === undefined ? false : t(`fault.${found}`);
  };
  return (
    <BlockStack gap="400">
      <TextField
        label={t('field.name')}
        helpText={t('field.nameHelp')}
        value={input.name}
        onChange={(name) => set({ name })}
        autoComplete="off"
        maxLength={LONGEST.name}
        error={fault('name')}
      />
      <Select
        label={t('field.kind')}
        options={VENDOR_KINDS.map((value) => ({ value: value, label: t(`kind.${value}`) }))}
        value={input.kind}
        onChange={(kind) => set({ kind: kind as VendorKind })}
      />
      <ClaimFields input={input} onChange={onChange} />
      <TextField
        label={t('field.contact')}
        helpText={t('field.contactHelp')}
        value={input.contact}
        onChange={(contact) => set({ contact })}
        autoComplete="off"
        maxLength={LONGEST.contact}
      />
      <TextField
        label={t('field.hosts')}
        helpText={t('field.hostsHelp')}
        value={input.hosts}
        onChange={(hosts) => set({ hosts })}
        multiline={2}
        autoComplete="off"
        spellCheck={false}
        error={fault('hosts')}
      />
      <TextField
        label={t('field.handle')}
        helpText={t('field.handleHelp')}
        value={input.handle}
        onChange={(handle) => set({ handle })}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST.handle}
        error={fault('handle')}
      />
      {!areScopesKnown && (
        <TextField
          label={t('field.scopes')}
          helpText={t('field.scopesHelp')}
          value={input.scopes}
          onChange={(scopes) => set({ scopes })}
          multiline={2}
          autoComplete="off"
          spellCheck={false}
          error={fault('scopes')}
        />
      )}
      {input.kind === 'custom-app' && (
        <TextField
          type="date"
          label={t('field.tokenMadeOn')}
          helpText={t('field.tokenMadeOnHelp')}
          value={input.tokenMadeOn}
          max={today}
          onChange={(tokenMadeOn) => set({ tokenMadeOn })}
          autoComplete="off"
          error={fault('tokenMadeOn')}
        />
      )}
      <TextField
        type="date"
        label={t('field.unusedSince')}
        helpText={t('field.unusedSinceHelp')}
        value={input.unusedSince}
        max={today}
        onChange={(unusedSince) => set({ unusedSince })}
        autoComplete="off"
        error={fault('unusedSince')}
      />
      <TextField
        label={t('field.note')}
        value={input.note}
        onChange={(note) => set({ note })}
        multiline={2}
        autoComplete="off"
        maxLength={LONGEST.note}
      />
    </BlockStack>
  );
}

interface ClaimFieldsProps {
  readonly input: VendorInput;
  readonly onChange: (input: VendorInput) => void;
  readonly isDisabled?: boolean;
  readonly missing?: { readonly purpose: boolean; readonly owner: boolean; readonly dataClasses: boolean };
}

/** What an approval rests on: why it is here, who answers for it, what it touches. */
export function ClaimFields({ input, onChange, isDisabled = false, missing }: ClaimFieldsProps) {
  const { t } = useTranslation('vendors');
  const set = (part: Partial<VendorInput>) => onChange({ ...input, ...part });
  return (
    <>
      <TextField
        label={t('field.purpose')}
        helpText={t('field.purposeHelp')}
        value={input.purpose}
        onChange={(purpose) => set({ purpose })}
        autoComplete="off"
        maxLength={LONGEST.purpose}
        disabled={isDisabled}
        error={missing?.purpose === true && t('fault.purposeNeeded')}
      />
      <TextField
        label={t('field.owner')}
        helpText={t('field.ownerHelp')}
        value={input.owner}
        onChange={(owner) => set({ owner })}
        autoComplete="off"
        maxLength={LONGEST.owner}
        disabled={isDisabled}
        error={missing?.owner === true && t('fault.ownerNeeded')}
      />
      <ChoiceList
        allowMultiple
        title={t('field.dataClasses')}
        choices={DATA_CLASSES.map((value) => ({ value, label: t(`data.${value}`) }))}
        selected={[...input.dataClasses]}
        disabled={isDisabled}
        {...(missing?.dataClasses === true && { error: t('fault.dataNeeded') })}
        onChange={(chosen: DataClass[]) => set({ dataClasses: chosenClasses(input.dataClasses, chosen) })}
      />
    </>
  );
}
