import { BlockStack, Page } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkReason } from './bulk-messages.ts';
import { ProgressCard } from './progress-card.tsx';
import { ResultCard } from './result-card.tsx';
import { RowsCard } from './rows-card.tsx';
import { SourceCard } from './source-card.tsx';
import { useBulkVerify } from './use-bulk-verify.ts';

/** Many GSTINs at once, judged in this browser: nothing of them is sent, and nothing is kept. */
export function GstVerifyPage() {
  const { t } = useTranslation('verify');
  const { state, start, stop, startOver } = useBulkVerify();
  const [filter, setFilter] = useState<BulkReason | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(state.kind);
  // The button that was pressed is gone: the keyboard goes on where the next thing stands.
  useEffect(() => {
    if (last.current !== state.kind) place.current?.focus();
    last.current = state.kind;
  }, [state.kind]);
  return (
    <Page title={t('title')} backAction={{ content: t('common:menu.gst'), url: '/gst' }}>
      <div ref={place} tabIndex={-1} className="prahari-place">
        {state.kind === 'idle' && (
          <SourceCard
            trouble={state.trouble}
            onStart={(source) => {
              setFilter(null);
              start(source);
            }}
          />
        )}
        {state.kind === 'running' && (
          <ProgressCard name={state.source.name} rows={state.rows} share={state.share} onStop={stop} />
        )}
        {state.kind === 'done' && (
          <BlockStack gap="400">
            <ResultCard
              name={state.source.name}
              result={state.result}
              onColumn={(column) => start(state.source, column)}
              onLookAlikes={() => setFilter('bad_charset')}
              onStartOver={startOver}
            />
            <RowsCard result={state.result} filter={filter} onFilter={setFilter} />
          </BlockStack>
        )}
      </div>
    </Page>
  );
}
