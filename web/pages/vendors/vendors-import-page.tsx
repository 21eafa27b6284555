import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportVendors, usePreviewVendorImport } from '../../api/vendors.ts';
import { ImportPage } from '../../components/import/import-page.tsx';
import { ListSourceCard } from './list-source-card.tsx';
import { ListPreviewCard } from './list-preview-card.tsx';
import { ListResultCard } from './list-result-card.tsx';

/** A list of vendors, in three steps: paste it, look at what will be taken, see what changed. */
export function VendorsImportPage() {
  const { t } = useTranslation('vendors');
  const preview = usePreviewVendorImport();
  const taken = useImportVendors();
  const [text, setText] = useState('');
  const step = taken.data ? 'result' : preview.data ? 'preview' : 'source';

  const look = (list: string) => {
    setText(list);
    taken.reset();
    preview.mutate(list);
  };
  const back = () => {
    preview.reset();
    taken.reset();
  };
  const startOver = () => {
    setText('');
    back();
  };
  return (
    <ImportPage
      title={t('import.title')}
      back={{ content: t('title'), url: '/vendors' }}
      managersOnly={t('import.managersOnly')}
      step={step}
    >
      {taken.data ? (
        <ListResultCard result={taken.data} onStartOver={startOver} />
      ) : preview.data ? (
        <ListPreviewCard
          preview={preview.data}
          isBusy={taken.isPending}
          error={taken.error}
          onImport={() => taken.mutate(text)}
          onBack={back}
        />
      ) : (
        // What was pasted is still there for whoever comes back to mend a line.
        <ListSourceCard initial={text} isBusy={preview.isPending} error={preview.error} onLook={look} />
      )}
    </ImportPage>
  );
}
