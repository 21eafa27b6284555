import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { mayLeave, showSaveBar } from './app-bridge.ts';

interface FormSaveBarProps {
  readonly id: string;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** The admin's own bar above a form with unsaved changes. While it is up, nobody leaves without being asked. */
export function FormSaveBar({ id, isDirty, isBusy, onSave, onDiscard }: FormSaveBarProps) {
  const { t } = useTranslation();
  useLeaveQuestion(isDirty);

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

/** The admin guards its own menu; links inside our frame wait here for its answer. */
function useLeaveQuestion(isDirty: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
      const address = link?.getAttribute('href');
      if (!address || link?.closest('s-app-nav')) return;
      event.preventDefault();
      event.stopPropagation();
      void mayLeave().then(() => navigate(address));
    };
    document.addEventListener('click', ask, { capture: true });
    return () => document.removeEventListener('click', ask, { capture: true });
  }, [isDirty, navigate]);
}
