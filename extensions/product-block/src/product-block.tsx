import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/admin.product-details.block.render';
import type { ProductGst, ProductMend, ProductMended } from '../../../core/api/product-gst.ts';
import { api, digitsOf } from '../../shared/admin-api.ts';
import type { Answer } from '../../shared/admin-api.ts';
import { AnswerBlock, BrokenBlock, FAULT, GONE } from '../../shared/answer-block.tsx';
import { renderCalmly } from '../../shared/calm.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { wordsOf } from '../../shared/words.ts';
import type { Words } from '../../shared/words.ts';
import { isProductGst, mendedIn } from './mending.ts';
import { ProductFigures } from './product-figures.tsx';
import { needsWork } from './shown-variants.ts';

declare const shopify: Api;

export default async function extension(): Promise<void> {
  const words = wordsOf(shopify.i18n);
  renderCalmly(<ProductBlock words={words} />, <BrokenBlock words={words} />);
}

/** HSN, rates and origin of the product that is open. */
function ProductBlock({ words }: { readonly words: Words }) {
  const id = digitsOf(shopify.data.selected[0]?.id);
  const { answer, load, show } = useAnswer(id, readProduct);
  const mend = async (change: ProductMend) =>
    id === null ? GONE : mendedIn(await api.put<ProductMended>(`/products/${id}/gst`, change));
  return (
    <AnswerBlock answer={answer} words={words} summaryOf={(product) => summaryOf(product, words)} onRetry={load}>
      {(product) => <ProductFigures product={product} words={words} mend={mend} onFigures={show} />}
    </AnswerBlock>
  );
}

async function readProduct(id: string): Promise<Answer<ProductGst>> {
  const read = await api.get<ProductGst>(`/products/${id}/gst`);
  return read.kind === 'ok' && !isProductGst(read.value) ? FAULT : read;
}

function summaryOf({ variants }: ProductGst, words: Words): string {
  if (variants.length === 0) return words.t('summary.empty');
  const count = variants.filter(needsWork).length;
  return count === 0 ? words.t('summary.good') : words.t('summary.toMend', { count });
}
