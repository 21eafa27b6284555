import type { OrderTaxShown } from '../../../core/api/order-gst.ts';
import type { Words } from '../../shared/words.ts';

interface HeadsProps {
  readonly tax: OrderTaxShown & { readonly isJudged: true };
  readonly words: Words;
}

/** Each head with what is due and what was charged; their sums below. */
export function HeadsTable({ tax, words }: HeadsProps) {
  const total = (of: 'expectedPaise' | 'chargedPaise') => tax.heads.reduce((sum, head) => sum + head[of], 0);
  return (
    <s-stack direction="block" gap="small-300">
      <s-heading>{words.t('heads.title')}</s-heading>
      <s-table>
        <s-table-header-row>
          <s-table-header listSlot="primary">{words.t('heads.head')}</s-table-header>
          <s-table-header listSlot="labeled" format="currency">
            {words.t('heads.due')}
          </s-table-header>
          <s-table-header listSlot="labeled" format="currency">
            {words.t('heads.charged')}
          </s-table-header>
        </s-table-header-row>
        <s-table-body>
          {tax.heads.map(({ head, expectedPaise, chargedPaise }) => (
            <s-table-row key={head}>
              <s-table-cell>{head === 'unnamed' ? words.t('heads.unnamed') : head.toUpperCase()}</s-table-cell>
              <s-table-cell>{words.rupees(expectedPaise)}</s-table-cell>
              <s-table-cell>{words.rupees(chargedPaise)}</s-table-cell>
            </s-table-row>
          ))}
          <s-table-row>
            <s-table-cell>{words.t('heads.total')}</s-table-cell>
            <s-table-cell>{words.rupees(total('expectedPaise'))}</s-table-cell>
            <s-table-cell>{words.rupees(total('chargedPaise'))}</s-table-cell>
          </s-table-row>
        </s-table-body>
      </s-table>
    </s-stack>
  );
}
