import { BlockStack, Card, Page, SkeletonBodyText } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataAtRest } from '../../api/storefront.ts';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { FilesCard } from './files-card.tsx';
import { FoundCard } from './found-card.tsx';
import { NumberProgressCard } from './number-progress-card.tsx';
import { SampleCard } from './sample-card.tsx';
import { ScansCard } from './scans-card.tsx';
import { useNumberScan } from './use-number-scan.ts';

/** Card, Aadhaar and PAN numbers that should not be kept: in files, read in this browser, and in the shop's own notes. */
export function StoredNumbersPage() {
  const { t } = useTranslation('storefront');
  const known = useDataAtRest();
  const { state, start, stop, startOver } = useNumberScan();
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(state.kind);
  // The button that was pressed is gone: the keyboard goes on where the next thing stands.
  useEffect(() => {
    if (last.current !== state.kind) place.current?.focus();
    last.current = state.kind;
  }, [state.kind]);
  return (
    <Page
      title={t('numbers.title')}
      subtitle={t('numbers.subtitle')}
      backAction={{ content: t('title'), url: '/storefront' }}
    >
      <BlockStack gap="400">
        <RoleNote />
        <div ref={place} tabIndex={-1} className="prahari-place">
          {state.kind === 'idle' && <FilesCard trouble={state.trouble} onStart={start} />}
          {state.kind === 'running' && (
            <NumberProgressCard names={state.source} rows={state.rows} share={state.share} onStop={stop} />
          )}
          {state.kind === 'done' && <FoundCard names={state.source} result={state.result} onStartOver={startOver} />}
        </div>
        {known.data ? (
          <>
            {known.data.scans.length > 0 && <ScansCard scans={known.data.scans} />}
            <SampleCard state={known.data} />
          </>
        ) : known.isPending ? (
          <Card>
            <SkeletonBodyText lines={5} />
          </Card>
        ) : (
          <TroubleCard error={known.error} onRetry={() => void known.refetch()} />
        )}
      </BlockStack>
    </Page>
  );
}
