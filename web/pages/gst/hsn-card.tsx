import { BlockStack, Button, InlineStack, Link, ProgressBar, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminAddress } from '../../admin/app-bridge.ts';
import { Facts } from '../../components/facts.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { isNoFigures } from './figures.ts';
import { FileButton, GstCard } from './gst-card.tsx';
import { NoFiguresNote } from './no-figures-note.tsx';
import type { HsnCoverage, NoFigures } from '../../../core/evidence/summaries.ts';

const ROWS_AT_FIRST = 10;

/** How many of the taxable products carry a usable HSN code, and which do not. */
export function HsnCard({ hsn }: { hsn: HsnCoverage | NoFigures }) {
  const { t } = useTranslation('gst');
  const hasOpen = !isNoFigures(hsn) && hsn.open.length > 0;
  return (
    <GstCard
      title={t('hsn.title')}
      words={t('hsn.words')}
      {...(hasOpen && { action: <FileButton file="hsn" of={t('hsn.title')} /> })}
    >
      {isNoFigures(hsn) ? (
        <NoFiguresNote figures={hsn} kind="catalogue" ask="products" />
      ) : hsn.variants === 0 ? (
        <Text as="p">{t('hsn.noProducts')}</Text>
      ) : (
        <Figures hsn={hsn} />
      )}
    </GstCard>
  );
}

function Figures({ hsn }: { hsn: HsnCoverage }) {
  const { t } = useTranslation('gst');
  const { count, percent, day } = useFormat();
  const shareId = useId();
  const good = hsn.withCode - hsn.wrong;
  // Never rounded up to all.
  const share = good === hsn.variants ? 1 : Math.min(good / hsn.variants, 0.99);
  const facts = [
    { name: t('hsn.missing'), value: count(hsn.missing) },
    { name: t('hsn.wrong'), value: count(hsn.wrong) },
    {
      name: t('hsn.digits'),
      value: hsn.digitsNeeded === null ? t('hsn.digitsUnknown') : t('hsn.atLeast', { count: hsn.digitsNeeded }),
    },
    {
      name: t('hsn.list'),
      value: hsn.listImportedOn === null ? t('hsn.noList') : t('hsn.listOf', { day: day(hsn.listImportedOn) }),
    },
    ...(hsn.moreProducts > 0 ? [{ name: t('hsn.unread'), value: count(hsn.moreProducts) }] : []),
  ];
  return (
    <BlockStack gap="400">
      <BlockStack gap="200">
        <Text as="p" id={shareId}>
          {t('hsn.share', { share: percent(share), good: count(good), count: hsn.variants, all: count(hsn.variants) })}
        </Text>
        <ProgressBar progress={Math.floor(share * 100)} size="small" ariaLabelledBy={shareId} tone="primary" />
      </BlockStack>
      <Facts facts={facts} />
      {hsn.open.length > 0 && <OpenTable hsn={hsn} />}
    </BlockStack>
  );
}

function OpenTable({ hsn }: { hsn: HsnCoverage }) {
  const { t } = useTranslation('gst');
  const { count } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const all = hsn.missing + hsn.wrong;
  return (
    <BlockStack gap="300">
      <RowTable
        caption={t('hsn.table')}
        rows={isWhole ? hsn.open : hsn.open.slice(0, ROWS_AT_FIRST)}
        keyOf={(row) => `${row.productId} ${row.variant ?? ''} ${row.problem}`}
        columns={[
          {
            title: t('hsn.product'),
            cell: ({ productId, product, variant }) => (
              <BlockStack gap="050">
                <Link url={adminAddress(`/products/${numberOf(productId)}`)} target="_top">
                  {product}
                </Link>
                {variant !== null && (
                  <Text as="span" tone="subdued" variant="bodySm">
                    {variant}
                  </Text>
                )}
              </BlockStack>
            ),
          },
          { title: t('hsn.code'), cell: ({ code }) => code ?? t('none') },
          { title: t('hsn.problem'), cell: ({ problem }) => t(`hsn.problems.${problem}`) },
        ]}
      />
      <InlineStack gap="300" blockAlign="center">
        {!isWhole && hsn.open.length > ROWS_AT_FIRST && (
          <Button variant="plain" onClick={() => setWhole(true)}>
            {t('showAll', { count: hsn.open.length })}
          </Button>
        )}
        {all > hsn.open.length && (
          <Text as="span" tone="subdued">
            {t('hsn.moreInFile', { shown: count(hsn.open.length), count: all, all: count(all) })}
          </Text>
        )}
      </InlineStack>
    </BlockStack>
  );
}

/** "gid://shopify/Product/1" is page 1 of the admin's products. */
function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
