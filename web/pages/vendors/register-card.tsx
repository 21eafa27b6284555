import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Tag, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../../format/use-format.ts';
import { paramsOf, queryOf, stepsToTake, vendorsOf, type VendorQuery, type VendorSort } from './register.ts';
import { SORT_CHOICES, VendorTable } from './vendor-table.tsx';
import type { VendorRow } from '../../../core/api/vendors.ts';
import { RISK_CLASSES, type RiskClass } from '../../../core/vendors/risk.ts';

const ROWS_AT_FIRST = 50;

/** The register by view; the view stands in the address. */
export function RegisterCard({ vendors }: { vendors: readonly VendorRow[] }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const [params, setParams] = useSearchParams();
  const [isWhole, setWhole] = useState(false);
  const query = queryOf(params);
  const rows = vendorsOf(vendors, query);
  const show = (change: Partial<VendorQuery>) => {
    setParams(paramsOf({ ...query, ...change }), { replace: true });
    setWhole(false);
  };
  const sort = (column: VendorSort) =>
    show({ sort: column, isTurned: column === query.sort ? !query.isTurned : false });
  const steps = stepsToTake(vendors).map(({ step, count: many }) => ({
    value: step,
    label: t('filter.one', { name: t(`step.${step}`), shown: count(many) }),
  }));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('register.title')}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <TextField
            label={t('filter.search')}
            value={query.q}
            onChange={(q) => show({ q })}
            autoComplete="off"
            clearButton
            onClearButtonClick={() => show({ q: '' })}
            maxLength={100}
          />
          <Select
            label={t('filter.step')}
            options={[{ value: '', label: t('filter.all') }, ...steps, { value: 'none', label: t('step.none') }]}
            value={query.step ?? ''}
            onChange={(step) => show({ step: step === '' ? null : (step as VendorQuery['step']) })}
          />
          <Select
            label={t('filter.risk')}
            options={[
              { value: '', label: t('filter.all') },
              ...RISK_CLASSES.toReversed().map((value) => ({ value: value, label: t(`risk.${value}`) })),
            ]}
            value={query.risk ?? ''}
            onChange={(risk) => show({ risk: risk === '' ? null : (risk as RiskClass) })}
          />
        </InlineGrid>
        <div className="prahari-phone">
          <Select
            label={t('filter.sort')}
            options={SORT_CHOICES.map((value) => ({ value: value, label: t(`column.${value}`) }))}
            value={query.sort}
            onChange={(value) => show({ sort: value as VendorSort, isTurned: false })}
          />
        </div>
        {(query.exposure !== null || query.assurance !== null) && (
          <InlineStack gap="200">
            {query.exposure !== null && (
              <Tag onRemove={() => show({ exposure: null })}>{t(`plot.exposure.${query.exposure}`)}</Tag>
            )}
            {query.assurance !== null && (
              <Tag onRemove={() => show({ assurance: null })}>{t(`plot.assurance.${query.assurance}`)}</Tag>
            )}
          </InlineStack>
        )}
        <div role="status">
          <Text as="p" tone="subdued">
            {t('filter.shown', { count: rows.length, shown: count(rows.length), all: count(vendors.length) })}
          </Text>
        </div>
        {rows.length > 0 && (
          <VendorTable
            vendors={isWhole ? rows : rows.slice(0, ROWS_AT_FIRST)}
            sort={query.sort}
            isTurned={query.isTurned}
            onSort={sort}
          />
        )}
        {!isWhole && rows.length > ROWS_AT_FIRST && (
          <InlineStack>
            <Button variant="plain" onClick={() => setWhole(true)}>
              {t('register.showAll', { count: rows.length, shown: count(rows.length) })}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
