import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showSaveBar } from './app-bridge.ts';

interface FormSaveBarProps {
  readonly id: string;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** The admin's own bar above a form with unsaved changes. While it is up, the admin asks before anyone leaves. */
export function FormSaveBar({ id, isDirty, isBusy, onSave, onDiscard }: FormSaveBarProps) {
  const { t } = useTranslation();

  useEffect(() => {
    if (!isDirty) return undefined;
    showSaveBar(id, true);
    return () => showSaveBar(id, false);
  }, [id, isDirty]);

  return (
    <ui-save-bar id={id}>
      <button variant="primary" onClick={onSave} disabled={isBusy}>
        {t('act.save')}
      </button>
      <button onClick={onDiscard} disabled={isBusy}>
        {t('act.discard')}
      </button>
    </ui-save-bar>
  );
}
