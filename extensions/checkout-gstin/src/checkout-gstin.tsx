import type { Api } from '@shopify/ui-extensions/purchase.checkout.block.render';
import { useRef, useState } from 'preact/hooks';
import { visibleText } from '../../../core/visible-text.ts';
import { isTicked, textIn } from '../../shared/event-value.ts';
import { GstinField } from '../../shared/gstin-field.tsx';
import { readBuyerText } from '../../shared/numbers-in-text.ts';
import { useHostSignal } from '../../shared/use-signal.ts';
import { wordsOf } from '../../shared/words.ts';
import { attributeIn, attributeWriter, BUSINESS_KEY, GSTIN_KEY } from './attributes.ts';

const LONGEST_SHOWN = 40;

/** "Buying for a business": opens GSTIN and name, which go with the order as attributes. Nothing here is required. */
export function CheckoutGstin({ host }: { readonly host: Api }) {
  const words = wordsOf(host.i18n);
  const attributes = useHostSignal(host.attributes) ?? [];
  const mayWrite = useHostSignal(host.instructions)?.attributes.canUpdateAttributes ?? false;
  const delivery = useHostSignal(host.shippingAddress) ?? null;
  const write = useRef(attributeWriter((change) => host.applyAttributeChange(change)));
  const kept = { gstin: attributeIn(attributes, GSTIN_KEY), business: attributeIn(attributes, BUSINESS_KEY) };
  // Null: the buyer has touched nothing here, and what the cart brought along is shown.
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const [gstin, setGstin] = useState<string | null>(null);
  const [business, setBusiness] = useState<string | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);

  const isForBusiness = isOpen ?? (kept.gstin !== '' || kept.business !== '');

  async function save(entries: readonly (readonly [string, string])[]): Promise<void> {
    const results = await Promise.all(entries.map(([key, text]) => write.current(key, text)));
    setUnsaved(results.includes(false));
  }

  function tick(isNow: boolean): void {
    setOpen(isNow);
    if (isNow) {
      const own = [gstin ?? kept.gstin, business ?? kept.business] as const;
      if (own[0] !== '' || own[1] !== '') void saveBoth(...own);
      return;
    }
    // What was typed stays in the fields, should the tick come back.
    setGstin(gstin ?? kept.gstin);
    setBusiness(business ?? kept.business);
    void saveBoth('', '');
  }

  const saveBoth = (number: string, name: string) =>
    save([
      [GSTIN_KEY, numberToWrite(number)],
      [BUSINESS_KEY, name],
    ]);

  if (!mayWrite)
    return kept.gstin === '' ? null : <s-text>{words.t('cannotChange', { gstin: shown(kept.gstin) })}</s-text>;
  return (
    <s-stack gap="base">
      <s-checkbox label={words.t('forBusiness')} checked={isForBusiness} onChange={(event) => tick(isTicked(event))} />
      {isForBusiness ? (
        <s-stack gap="base">
          <s-text color="subdued">{words.t('whatFor')}</s-text>
          <GstinField
            words={words}
            value={gstin ?? kept.gstin}
            onValue={setGstin}
            onDone={(text) => void save([[GSTIN_KEY, numberToWrite(text)]])}
            delivery={delivery}
            moment="buying"
          />
          <s-text-field
            label={words.t('businessLabel')}
            name="business"
            autocomplete="organization"
            maxLength={100}
            value={business ?? kept.business}
            onInput={(event) => setBusiness(textIn(event))}
            onChange={(event) => void save([[BUSINESS_KEY, textIn(event)]])}
          />
        </s-stack>
      ) : null}
      <s-stack accessibilityRole="status">{isUnsaved ? <s-text>{words.t('unsaved')}</s-text> : null}</s-stack>
    </s-stack>
  );
}

/** A number with a mistake goes along: the shop sees it and can ask. Of two, neither does: only the buyer knows which. */
function numberToWrite(text: string): string {
  return readBuyerText(text).kind === 'several' ? '' : text;
}

function shown(text: string): string {
  return visibleText(text).slice(0, LONGEST_SHOWN);
}
