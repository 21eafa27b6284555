import { useState } from 'preact/hooks';
import type { ProductGst, ProductMend, ProductMended } from '../../../core/api/product-gst.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import type { Answer } from '../../shared/admin-api.ts';
import type { Words } from '../../shared/words.ts';
import { ProductCode } from './product-code.tsx';
import { useMending } from './use-mending.ts';
import { VariantTable } from './variant-table.tsx';
import { needsWork } from './shown-variants.ts';

interface FiguresProps {
  readonly product: ProductGst;
  readonly words: Words;
  readonly mend: (change: ProductMend) => Promise<Answer<ProductMended>>;
  readonly onFigures: (product: ProductGst) => void;
}

/** All that is known of one product: how many variants need work, the code for all, then each variant. */
export function ProductFigures({ product, words, mend, onFigures }: FiguresProps) {
  const mending = useMending(mend, onFigures);
  // Which field is open: the product's own, or a variant's. One at a time, so that nothing half-typed is lost unseen.
  const [open, setOpen] = useState<string | null>(null);
  const { variants, missing } = product;
  const count = variants.filter(needsWork).length;

  return (
    <s-stack direction="block" gap="base">
      {missing === null ? null : (
        <s-banner tone="warning" heading={words.t('missing.title')}>
          <s-stack direction="block" gap="small">
            <s-paragraph>{words.of(missing)}</s-paragraph>
            <s-link href="app:gst">{words.t('missing.allow')}</s-link>
          </s-stack>
        </s-banner>
      )}
      {variants.length === 0 ? (
        missing === null ? (
          <s-paragraph>{words.t('empty')}</s-paragraph>
        ) : null
      ) : (
        <s-stack direction="block" gap="base">
          <s-stack direction="inline" gap="small" alignItems="center">
            <s-badge tone={count === 0 ? 'success' : 'warning'}>
              {count === 0 ? words.t('badge.good') : words.t('badge.toMend', { count, all: variants.length })}
            </s-badge>
            <s-text color="subdued">{words.t('asOf', { time: words.moment(product.asOf) })}</s-text>
          </s-stack>
          <ProductCode product={product} words={words} mending={mending} open={open} onOpen={setOpen} />
          <VariantTable
            product={product}
            words={words}
            mending={mending}
            today={dayInIndia(product.asOf)}
            open={open}
            onOpen={setOpen}
          />
          {product.mayMend ? null : <s-text color="subdued">{words.t('mend.notAllowed')}</s-text>}
        </s-stack>
      )}
    </s-stack>
  );
}
