import { useState } from 'preact/hooks';
import type { ProductGst } from '../../../core/api/product-gst.ts';
import type { Day } from '../../../core/time.ts';
import { isTicked, textIn } from '../../shared/event-value.ts';
import type { Words } from '../../shared/words.ts';
import { MendNews } from './mend-news.tsx';
import { AT_ONCE, chosenVariants } from './shown-variants.ts';
import type { Mending } from './use-mending.ts';
import { VariantRow } from './variant-row.tsx';

interface TableProps {
  readonly product: ProductGst;
  readonly words: Words;
  readonly mending: Mending;
  readonly today: Day;
  readonly open: string | null;
  readonly onOpen: (place: string | null) => void;
}

/** Each variant with its code, rate and origin; many of them come in parts, with a filter. */
export function VariantTable({ product, words, mending, today, open, onOpen }: TableProps) {
  const [text, setText] = useState('');
  const [onlyToMend, setOnlyToMend] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const { variants, moreVariants, mayMend } = product;
  const chosen = chosenVariants(variants, { text, onlyToMend });
  const shown = chosen.slice(0, most);

  return (
    <s-stack direction="block" gap="base">
      <MendNews words={words} mending={mending} isHere={!shown.some(({ id }) => id === mending.place)} />
      {variants.length > AT_ONCE ? (
        <s-stack direction="block" gap="small">
          <s-search-field
            label={words.t('filter.label')}
            value={text}
            onInput={(event) => {
              setText(textIn(event));
              setMost(AT_ONCE);
            }}
          />
          <s-checkbox
            label={words.t('filter.toMend')}
            checked={onlyToMend}
            onChange={(event) => {
              setOnlyToMend(isTicked(event));
              setMost(AT_ONCE);
            }}
          />
          <s-box accessibilityRole="status">
            <s-text color="subdued">
              {words.t('filter.shown', { shown: inIndia(shown.length), all: inIndia(chosen.length) })}
            </s-text>
          </s-box>
        </s-stack>
      ) : null}
      {chosen.length === 0 ? (
        <s-paragraph>{words.t('filter.none')}</s-paragraph>
      ) : (
        <s-table>
          <s-table-header-row>
            <s-table-header listSlot="primary">{words.t('table.variant')}</s-table-header>
            <s-table-header listSlot="labeled">{words.t('table.hsn')}</s-table-header>
            <s-table-header listSlot="labeled">{words.t('table.rate')}</s-table-header>
            <s-table-header listSlot="labeled">{words.t('table.origin')}</s-table-header>
            {mayMend ? <s-table-header listSlot="labeled">{words.t('table.mend')}</s-table-header> : null}
          </s-table-header-row>
          <s-table-body>
            {shown.map((variant) => (
              <VariantRow
                key={variant.id}
                variant={variant}
                words={words}
                mending={mending}
                today={today}
                mayMend={mayMend}
                isOpen={open === variant.id}
                onOpen={(isOpen) => onOpen(isOpen ? variant.id : null)}
              />
            ))}
          </s-table-body>
        </s-table>
      )}
      {chosen.length > most ? (
        <s-button onClick={() => setMost(most + AT_ONCE)}>
          {words.t('filter.more', { count: Math.min(AT_ONCE, chosen.length - most) })}
        </s-button>
      ) : null}
      {moreVariants ? (
        <s-text color="subdued">{words.t('table.moreVariants', { count: inIndia(variants.length) })}</s-text>
      ) : null}
    </s-stack>
  );
}

/** "2,000". */
function inIndia(count: number): string {
  return count.toLocaleString('en-IN');
}
