import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../../format/use-format.ts';
import { InventoryTable } from './inventory-table.tsx';
import {
  filtered,
  NO_FILTER,
  originCounts,
  standingRows,
  vendorNames,
  type InventoryFilter,
} from './inventory-rows.ts';
import type { ScriptBoard } from '../../../core/api/scripts.ts';
import { PAGE_KINDS } from '../../../core/evidence/storefront.ts';
import { SCRIPT_STANDINGS } from '../../../core/scripts/standing.ts';
import { SCRIPT_ORIGINS } from '../../../core/scripts/script-item.ts';

const ROWS_AT_FIRST = 50;
const ANY = '';

interface InventoryCardProps {
  readonly board: ScriptBoard;
  readonly onWithdraw: (identities: readonly string[]) => void;
}

/** Every script of the pages, by page, owner, vendor and decision. */
export function InventoryCard({ board, onWithdraw }: InventoryCardProps) {
  const { t } = useTranslation('scripts');
  const { count } = useFormat();
  const rows = useMemo(() => standingRows(board), [board]);
  const [wanted] = useSearchParams();
  // A vendor's own page leads here with its id.
  const vendor =
    rows.find(({ vendorId }) => vendorId !== null && vendorId === wanted.get('vendor'))?.vendorName ?? null;
  const [filter, setFilter] = useState({ ...NO_FILTER, vendor });
  const [isWhole, setWhole] = useState(false);
  const fitting = filtered(rows, filter);
  const shown = isWhole ? fitting : fitting.slice(0, ROWS_AT_FIRST);
  const parts = originCounts(rows).map(({ origin, count: many }) =>
    t('inventory.part', { name: t(`origin.${origin}`), shown: count(many) }),
  );
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('inventory.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('inventory.words')}
          </Text>
          {rows.length > 0 && (
            <Text as="p">
              {t('inventory.sum', { count: rows.length, shown: count(rows.length), parts: parts.join(', ') })}
            </Text>
          )}
        </BlockStack>
        {rows.length === 0 ? (
          <Text as="p">{t('inventory.empty')}</Text>
        ) : (
          <>
            <Filters filter={filter} vendors={vendorNames(rows)} onChange={setFilter} />
            {fitting.length === 0 ? (
              <InlineStack gap="200" blockAlign="center">
                <Text as="p">{t('inventory.noFit')}</Text>
                <Button variant="plain" onClick={() => setFilter(NO_FILTER)}>
                  {t('inventory.clear')}
                </Button>
              </InlineStack>
            ) : (
              <InventoryTable rows={shown} onWithdraw={onWithdraw} />
            )}
            {shown.length < fitting.length && (
              <InlineStack>
                <Button variant="plain" onClick={() => setWhole(true)}>
                  {t('inventory.whole', { count: fitting.length, shown: count(fitting.length) })}
                </Button>
              </InlineStack>
            )}
          </>
        )}
      </BlockStack>
    </Card>
  );
}

interface FiltersProps {
  readonly filter: InventoryFilter;
  readonly vendors: readonly string[];
  readonly onChange: (filter: InventoryFilter) => void;
}

function Filters({ filter, vendors, onChange }: FiltersProps) {
  const { t } = useTranslation('scripts');
  /** The value that was chosen, as one of the known ones. */
  const pick = <V extends string>(known: readonly V[], value: string): V | null =>
    known.find((one) => one === value) ?? null;
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 5 }} gap="300">
      <TextField
        label={t('inventory.search')}
        placeholder={t('inventory.searchHint')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
        autoComplete="off"
        clearButton
        onClearButtonClick={() => onChange({ ...filter, text: '' })}
      />
      <Select
        label={t('inventory.standing')}
        options={[
          { value: ANY, label: t('inventory.anyStanding') },
          ...SCRIPT_STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) })),
        ]}
        value={filter.standing ?? ANY}
        onChange={(value) => onChange({ ...filter, standing: pick(SCRIPT_STANDINGS, value) })}
      />
      <Select
        label={t('inventory.page')}
        options={[
          { value: ANY, label: t('inventory.anyPage') },
          ...PAGE_KINDS.map((value) => ({ value, label: t(`page.${value}`) })),
        ]}
        value={filter.page ?? ANY}
        onChange={(value) => onChange({ ...filter, page: pick(PAGE_KINDS, value) })}
      />
      <Select
        label={t('inventory.origin')}
        options={[
          { value: ANY, label: t('inventory.anyOrigin') },
          ...SCRIPT_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) })),
        ]}
        value={filter.origin ?? ANY}
        onChange={(value) => onChange({ ...filter, origin: pick(SCRIPT_ORIGINS, value) })}
      />
      <Select
        label={t('inventory.vendor')}
        options={[
          { value: ANY, label: t('inventory.anyVendor') },
          ...vendors.map((value) => ({ value, label: value })),
        ]}
        value={filter.vendor ?? ANY}
        onChange={(value) => onChange({ ...filter, vendor: pick(vendors, value) })}
      />
    </InlineGrid>
  );
}
