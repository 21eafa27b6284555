import { visibleText } from '../../../core/visible-text.ts';

const MOST = 56;
/** The end of an address tells files apart, so it keeps more than a third. */
const TAIL = 22;

export interface ShortIdentity {
  readonly short: string;
  readonly whole: string;
  readonly isShort: boolean;
}

/** A script's address or hash as a person reads it: cleaned, without what stands before its host, cut in its middle where it is long. */
export function shortIdentity(identity: string): ShortIdentity {
  const whole = visibleText(identity);
  const plain = whole.replace(/^https:\/\/|^(?:form|frame):/, '');
  const letters = [...plain];
  if (letters.length <= MOST) return { short: plain, whole, isShort: false };
  return {
    short: `${letters.slice(0, MOST - TAIL - 1).join('')}…${letters.slice(-TAIL).join('')}`,
    whole,
    isShort: true,
  };
}
