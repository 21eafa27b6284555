import { useState } from 'preact/hooks';
import type { Answer } from './admin-api.ts';
import { refusedFor, sendingProblem } from './buyer-answers.ts';
import type { SendingProblem } from './buyer-answers.ts';
import { numberToSend } from './number-to-send.ts';
import type { Words } from './words.ts';

export type SendingStep = 'typing' | 'sending' | 'sent' | SendingProblem;

/** A buyer's number on its way to our server. */
export interface Sending {
  readonly step: SendingStep;
  /** As typed; as it was sent, once it was. */
  readonly gstin: string;
  /** What stands against the number, beside its field. */
  readonly refusal: string | null;
  /** What went wrong otherwise, as the key of its words; null: nothing. */
  readonly trouble: Exclude<SendingProblem, 'refused'> | null;
  readonly type: (text: string) => void;
  /** Sends the number if it can be one, once at a time. */
  readonly send: () => Promise<void>;
}

/** Keeps a number while it is typed, refused or sent; `post` takes it to our server. */
export function useSending(words: Words, post: (gstin: string) => Promise<Answer<unknown>>): Sending {
  const [gstin, setGstin] = useState('');
  const [step, setStep] = useState<SendingStep>('typing');
  const [refusal, setRefusal] = useState<string | null>(null);

  function type(text: string): void {
    setGstin(text);
    setRefusal(null);
    setStep('typing');
  }

  async function send(): Promise<void> {
    if (step === 'sending') return;
    const toSend = numberToSend(gstin, words.language);
    if (toSend.gstin === null) {
      setRefusal(toSend.refusal);
      return;
    }
    setGstin(toSend.gstin);
    setStep('sending');
    const answer = await post(toSend.gstin);
    const next = answer.kind === 'ok' ? 'sent' : sendingProblem(answer);
    if (answer.kind !== 'ok' && next === 'refused') {
      const reason = refusedFor(answer);
      setRefusal(reason ? words.of(reason) : words.t('refused'));
    }
    setStep(next);
  }

  const isCalm = step === 'typing' || step === 'sending' || step === 'sent' || step === 'refused';
  return { step, gstin, refusal, trouble: isCalm ? null : step, type, send };
}
