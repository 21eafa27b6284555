import { BlockStack, ChoiceList } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSaveBar } from '../../admin/form-save-bar.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeSettings } from '../../api/settings.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { LANGUAGES, type Language } from '../../../core/text.ts';

/** Each language in its own name, so that it is found by those who read no other. */
const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिंदी' };
const AS_ADMIN = 'admin';

/** The person's own language; the others of the shop keep theirs. */
export function LanguageGroup({ language }: { language: Language | null }) {
  const { t } = useTranslation('settings');
  const saved = language ?? AS_ADMIN;
  const [chosen, setChosen] = useState<string>(saved);
  const change = useChangeSettings();

  const save = () =>
    change.mutate(
      { language: LANGUAGES.find((known) => known === chosen) ?? null },
      { onSuccess: () => toast(t('common:toast.saved')) },
    );
  return (
    <SettingsGroup title={t('language.title')} words={t('language.words')}>
      <BlockStack gap="400">
        <ChoiceList
          title={t('language.label')}
          choices={[
            { value: AS_ADMIN, label: t('language.asAdmin') },
            ...LANGUAGES.map((value) => ({ value, label: <span lang={value}>{OWN_NAMES[value]}</span> })),
          ]}
          selected={[chosen]}
          onChange={([value]) => setChosen(value ?? AS_ADMIN)}
        />
        <ActProblem id="language" error={change.error} />
      </BlockStack>
      <FormSaveBar
        id="language-bar"
        isDirty={chosen !== saved}
        isBusy={change.isPending}
        onSave={save}
        onDiscard={() => setChosen(saved)}
      />
    </SettingsGroup>
  );
}
