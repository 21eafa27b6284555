import { BlockStack, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { adminAddress, toast } from '../../admin/app-bridge.ts';
import { useCheckOrder, useOrderGst } from '../../api/order.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { useFormat } from '../../format/use-format.ts';
import { BuyerCard } from './buyer-card.tsx';
import { OrderAlertsCard } from './order-alerts-card.tsx';
import { TaxCard } from './tax-card.tsx';

const ORDER_ID = /^\d{1,20}$/;

/** One order, as the link on its page in the admin opens it: `?id=` is Shopify's number of the order. */
export function OrderPage() {
  const { t } = useTranslation('order');
  const [search] = useSearchParams();
  const id = search.get('id') ?? '';
  if (!ORDER_ID.test(id)) {
    return (
      <Page title="Prahari" backAction={{ content: t('back'), url: '/gst' }}>
        <EmptyNote title={t('none.title')} words={t('none.words')} />
      </Page>
    );
  }
  return <OneOrder id={id} />;
}

function OneOrder({ id }: { id: string }) {
  const { t } = useTranslation('order');
  const { dateTime } = useFormat();
  const order = useOrderGst(id);
  const check = useCheckOrder(id);
  if (order.isPending) return <PageSkeleton title={t('title', { name: '' })} cards={[6, 4, 3]} />;
  const back = { content: t('back'), url: '/gst' };
  if (!order.data) {
    return (
      <Page title={t('title', { name: '' })} backAction={back}>
        <TroubleCard error={order.error} onRetry={() => void order.refetch()} />
      </Page>
    );
  }
  const { name, asOf, mayCheck, lines, moreLines, alerts } = order.data;
  return (
    <Page
      title={t('title', { name })}
      subtitle={t('asOf', { date: dateTime(asOf) })}
      backAction={back}
      primaryAction={{
        content: t('check'),
        disabled: !mayCheck || check.isPending,
        loading: check.isPending,
        onAction: () => check.mutate(undefined, { onSuccess: () => toast(t('checked', { name })) }),
      }}
      secondaryActions={[{ content: t('openOrder'), url: adminAddress(`/orders/${id}`), target: '_top' }]}
    >
      <BlockStack gap="400">
        <ActProblem id="check-order" error={check.error} />
        <TaxCard order={order.data} />
        <BuyerCard order={order.data} />
        <OrderAlertsCard alerts={alerts} />
        {moreLines && (
          <Text as="p" tone="subdued">
            {t('lines', { count: lines })}
          </Text>
        )}
      </BlockStack>
    </Page>
  );
}
