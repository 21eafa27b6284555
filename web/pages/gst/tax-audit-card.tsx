import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { ExternalIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { isNoFigures, taxByState } from './figures.ts';
import { FileButton, GstCard } from './gst-card.tsx';
import { NoFiguresNote } from './no-figures-note.tsx';
import { TaxAuditPlot } from './tax-audit-plot.tsx';
import { TaxAuditTable } from './tax-audit-table.tsx';
import type { NoFigures, TaxAudit } from '../../../core/evidence/summaries.ts';
import type { Instant } from '../../../core/time.ts';

/** The checks whose alerts tell what these figures sum up. */
const TAX_CHECKS = [
  'gst/tax-table',
  'gst/order-heads',
  'gst/order-rates',
  'gst/price-band-rates',
  'gst/shipping-tax',
  'gst/composition-tax',
  'gst/unregistered-tax',
  'gst/export-lut',
];

/** What the shop charged on its orders against what the law asks, and the sum of the difference. */
export function TaxAuditCard({ audit, asOf }: { audit: TaxAudit | NoFigures; asOf: Instant }) {
  const { t } = useTranslation('gst');
  const isShown = !isNoFigures(audit) && audit.ordersJudged > 0;
  return (
    <GstCard
      title={t('audit.title')}
      words={t('audit.words')}
      {...(isShown && { action: <FileButton file="taxAudit" of={t('audit.title')} /> })}
    >
      {isNoFigures(audit) ? (
        <NoFiguresNote figures={audit} kind="orders" ask="orders" />
      ) : (
        <Figures audit={audit} asOf={asOf} />
      )}
    </GstCard>
  );
}

function Figures({ audit, asOf }: { audit: TaxAudit; asOf: Instant }) {
  const { t } = useTranslation('gst');
  const { money, count, date } = useFormat();
  const wrongOrders = audit.rows.reduce((sum, row) => sum + row.wrongOrders, 0);
  // The rows count heads alone; the headline counts rates too.
  const rateAlonePaise = audit.wrongHeadPaise - audit.rows.reduce((sum, row) => sum + row.wrongPaise, 0);
  const facts = [
    { name: t('audit.period'), value: t('audit.fromTo', { from: date(audit.since), to: date(asOf) }) },
    {
      name: t('audit.orders'),
      value: t('audit.judged', { judged: count(audit.ordersJudged), count: audit.orders, read: count(audit.orders) }),
    },
    { name: t('audit.charged'), value: money(audit.taxChargedPaise) },
    ...(rateAlonePaise > 0 ? [{ name: t('audit.rateAlone'), value: money(rateAlonePaise) }] : []),
    ...(audit.moreOrders > 0
      ? [
          {
            name: t('audit.unread'),
            value: t('audit.more', { count: audit.moreOrders, more: count(audit.moreOrders) }),
          },
        ]
      : []),
  ];
  return (
    <BlockStack gap="400">
      <BlockStack gap="100">
        {audit.ordersJudged > 0 && (
          <>
            <Text as="p" tone="subdued">
              {t('audit.toCorrect')}
            </Text>
            <Text as="p" variant="heading2xl">
              {money(audit.wrongHeadPaise)}
            </Text>
          </>
        )}
        <Text as="p">
          {audit.ordersJudged === 0
            ? t('audit.noOrders')
            : audit.wrongHeadPaise === 0 && wrongOrders === 0
              ? t('audit.noneWrong', { count: audit.ordersJudged })
              : wrongOrders === 0
                ? t('audit.ratesAtStake')
                : t('audit.atStake', { count: wrongOrders, wrong: count(wrongOrders) })}
        </Text>
      </BlockStack>
      <Facts facts={facts} />
      {audit.rows.length > 0 && (
        <>
          <TaxAuditPlot taxes={taxByState(audit.rows)} />
          <TaxAuditTable rows={audit.rows} />
        </>
      )}
      {(wrongOrders > 0 || audit.wrongHeadPaise > 0) && (
        <InlineStack gap="300">
          <Button url={`/alerts?check=${TAX_CHECKS.join(',')}`}>{t('audit.openAlerts')}</Button>
          <Button url={adminAddress('/settings/taxes')} target="_top" icon={ExternalIcon}>
            {t('audit.openTaxes')}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
