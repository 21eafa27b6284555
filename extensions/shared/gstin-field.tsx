import type {} from '@shopify/ui-extensions/purchase.checkout.block.render';
import { useState } from 'preact/hooks';
import { textIn } from './event-value.ts';
import { isRefused, wordsOn } from './buyer-words.ts';
import type { Moment } from './buyer-words.ts';
import { deliveryState } from './delivery.ts';
import type { Delivery } from './delivery.ts';
import { readBuyerText } from './numbers-in-text.ts';
import type { Words } from './words.ts';

/** A verdict comes with the fifteenth character or on leaving the field: nobody is corrected while he types. */
const LENGTH = 15;

interface GstinFieldProps {
  readonly words: Words;
  readonly value: string;
  /** Each keystroke. */
  readonly onValue: (text: string) => void;
  /** The buyer has left the field; a number with text around it comes alone. */
  readonly onDone?: (text: string) => void;
  /** Null: not known, and nothing is said of it. */
  readonly delivery: Delivery | null;
  readonly moment: Moment;
  readonly isDisabled?: boolean;
  /** What the server said against this very text. */
  readonly refusal?: string | null;
}

/** The field for a buyer's GSTIN, judged in the page. It informs; nothing that is typed here stops a purchase. */
export function GstinField(props: GstinFieldProps) {
  const { words, value, onValue, onDone, delivery, moment, isDisabled = false, refusal = null } = props;
  const [isLeft, setLeft] = useState(value !== '');
  // The number that stood in other text, which is gone by now.
  const [taken, setTaken] = useState<string | null>(null);
  const typed = readBuyerText(value);
  const read = typed.kind === 'one' && typed.verdict.gstin === taken ? { ...typed, stoodInText: true } : typed;
  const isJudged = isLeft || value.replace(/[\s-]/g, '').length >= LENGTH;
  const places = { delivery: delivery && deliveryState(delivery), seller: null };
  const said = isJudged ? wordsOn(read, places, words.language, moment) : '';

  function leave(text: string): void {
    const left = readBuyerText(text);
    const rest = left.kind === 'one' ? left.verdict.gstin : text;
    if (left.kind === 'one' && left.stoodInText) setTaken(rest);
    setLeft(text !== '');
    onValue(rest);
    onDone?.(rest);
  }

  return (
    <s-stack gap="small-100">
      <s-text-field
        label={words.t('gstinLabel')}
        name="gstin"
        autocomplete="off"
        value={value}
        error={isRefused(read) && said !== '' ? said : (refusal ?? '')}
        disabled={isDisabled}
        onInput={(event) => onValue(textIn(event))}
        onChange={(event) => leave(textIn(event))}
      />
      <s-stack accessibilityRole="status">{isRefused(read) || said === '' ? null : <s-text>{said}</s-text>}</s-stack>
    </s-stack>
  );
}
