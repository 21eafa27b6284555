import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/admin.order-index.selection-action.render';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/admin-api.ts';
import { renderCalmly } from '../../shared/calm.tsx';
import { FailureNotice } from '../../shared/notice.tsx';
import { wordsOf } from '../../shared/words.ts';
import type { Words } from '../../shared/words.ts';
import { MOST_ORDERS, checkOrders, joined, selectedOrders } from './check-orders.ts';
import type { CheckedOrders } from './check-orders.ts';
import { OrderCounts, OrderList } from './order-list.tsx';
import { csvLink, ordersCsv } from './order-rows.ts';

declare const shopify: Api;

const NOTHING_YET: CheckedOrders = { rows: [], unread: [], failure: null };

export default async function extension(): Promise<void> {
  const words = wordsOf(shopify.i18n);
  renderCalmly(<OrderSelection words={words} />, <Broken words={words} />);
}

/** The selected orders, judged in packs: progress, then counts and the worst of them first. */
function OrderSelection({ words }: { readonly words: Words }) {
  const [{ ids, beyond }] = useState(() => selectedOrders(shopify.data.selected));
  const [checked, setChecked] = useState<CheckedOrders>(NOTHING_YET);
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | null>(null);

  const check = useCallback(async (wanted: readonly string[], before: CheckedOrders) => {
    setProgress({ done: 0, all: wanted.length });
    const now = await checkOrders(wanted, { api, onProgress: (done) => setProgress({ done, all: wanted.length }) });
    setChecked(joined(before, now));
    setProgress(null);
  }, []);
  useEffect(() => {
    void check(ids, NOTHING_YET);
  }, [check, ids]);

  const { rows, unread, failure } = checked;
  return (
    <s-admin-action heading={words.t('heading')}>
      <s-stack direction="block" gap="base">
        {beyond > 0 ? (
          <s-banner tone="info">{words.t('beyond', { all: ids.length + beyond, most: MOST_ORDERS })}</s-banner>
        ) : null}
        {ids.length === 0 ? <s-paragraph>{words.t('noneSelected')}</s-paragraph> : null}
        <s-box accessibilityRole="status">
          {progress !== null ? (
            <s-stack direction="inline" gap="small" alignItems="center">
              <s-spinner accessibilityLabel={words.t('reading')} />
              <s-text>{words.t('progress', progress)}</s-text>
            </s-stack>
          ) : rows.length > 0 ? (
            <OrderCounts rows={rows} words={words} />
          ) : null}
        </s-box>
        {progress === null && rows.length > 0 ? <OrderList rows={rows} words={words} /> : null}
        {progress === null && failure !== null ? (
          <s-stack direction="block" gap="small">
            <s-text>{words.t('unread', { number: unread.length })}</s-text>
            <FailureNotice failure={failure} words={words} onRetry={() => void check(unread, checked)} />
          </s-stack>
        ) : null}
      </s-stack>
      <s-button slot="primary-action" variant="primary" href="app:gst">
        {words.t('open')}
      </s-button>
      <s-button slot="secondary-actions" onClick={() => shopify.close()}>
        {words.t('close')}
      </s-button>
      {progress === null && rows.length > 0 ? (
        <s-button slot="secondary-actions" href={csvLink(ordersCsv(rows, words))} download="gst-orders.csv">
          {words.t('csv.save')}
        </s-button>
      ) : null}
    </s-admin-action>
  );
}

function Broken({ words }: { readonly words: Words }) {
  return (
    <s-admin-action heading={words.t('heading')}>
      <s-paragraph>{words.t('broken')}</s-paragraph>
      <s-button slot="primary-action" variant="primary" href="app:gst">
        {words.t('open')}
      </s-button>
      <s-button slot="secondary-actions" onClick={() => shopify.close()}>
        {words.t('close')}
      </s-button>
    </s-admin-action>
  );
}
