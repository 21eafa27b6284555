import { Card, Page, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { useImportVendors, usePreviewVendorImport } from '../../api/vendors.ts';
import { ListSourceCard } from './list-source-card.tsx';
import { ListPreviewCard } from './list-preview-card.tsx';
import { ListResultCard } from './list-result-card.tsx';

/** A list of vendors, in three steps: paste it, look at what will be taken, see what changed. */
export function VendorsImportPage() {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const preview = usePreviewVendorImport();
  const taken = useImportVendors();
  const [text, setText] = useState('');
  const step = taken.data ? 'result' : preview.data ? 'preview' : 'source';
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  // The button that was pressed is gone: the keyboard goes on where the next thing stands.
  useEffect(() => {
    if (last.current !== step) place.current?.focus();
    last.current = step;
  }, [step]);

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
    <Page title={t('import.title')} backAction={{ content: t('title'), url: '/vendors' }}>
      <div ref={place} tabIndex={-1} className="prahari-place">
        {may.isKnown && !may.manage ? (
          <Card>
            <Text as="p">{t('import.managersOnly')}</Text>
          </Card>
        ) : taken.data ? (
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
      </div>
    </Page>
  );
}
