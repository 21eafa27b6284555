import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport, usePreviewImport } from '../../api/people.ts';
import { ImportPage } from '../../components/import/import-page.tsx';
import { ImportPreviewCard } from './import-preview-card.tsx';
import { ImportResultCard } from './import-result-card.tsx';
import { ImportSourceCard } from './import-source-card.tsx';
import type { ImportField, ImportRequest } from '../../../core/api/people.ts';

/** A list of users, in three steps: choose it, look at what will be taken, see what changed. */
export function PeopleImportPage() {
  const { t } = useTranslation('people');
  const preview = usePreviewImport();
  const taken = useImport();
  const [request, setRequest] = useState<ImportRequest | null>(null);
  const step = taken.data ? 'result' : request && preview.data ? 'preview' : 'source';

  const look = (next: ImportRequest) => {
    setRequest(next);
    taken.reset();
    preview.mutate(next);
  };
  const startOver = () => {
    setRequest(null);
    preview.reset();
    taken.reset();
  };
  const map = (field: ImportField, column: string) => {
    if (!request || !preview.data) return;
    const { [field]: _old, ...others } = { ...preview.data.columns, ...request.columns };
    // An empty choice says "not in this file", which the server must not find again by itself.
    look({ ...request, columns: { ...others, [field]: column } });
  };
  return (
    <ImportPage
      title={t('import.title')}
      back={{ content: t('title'), url: '/people' }}
      managersOnly={t('managersOnly')}
      step={step}
    >
      {taken.data ? (
        <ImportResultCard result={taken.data} onStartOver={startOver} />
      ) : request && preview.data ? (
        <ImportPreviewCard
          preview={preview.data}
          isBusy={taken.isPending || preview.isPending}
          error={taken.error ?? preview.error}
          onColumn={map}
          onImport={() => taken.mutate(request)}
          onBack={startOver}
        />
      ) : (
        <ImportSourceCard isBusy={preview.isPending} error={preview.error} onLook={look} />
      )}
    </ImportPage>
  );
}
