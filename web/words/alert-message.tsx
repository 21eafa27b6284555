import { useCheckWords } from './use-check-words.ts';
import type { Told } from './alert-words.ts';

/** What was found, in one sentence. Home loads it apart: the checks bring the law's tables along. */
export function AlertMessage({ told }: { told: Told }) {
  const { message } = useCheckWords();
  return <>{message(told)}</>;
}
