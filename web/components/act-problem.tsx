import { InlineError } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { problemWords } from './problem-words.ts';

/** What went wrong with an act, next to where it was asked for. It stays until the act is tried again. */
export function ActProblem({ error, id }: { error: unknown; id: string }) {
  const { t } = useTranslation();
  if (error == null) return null;
  const { title, words } = problemWords(error, t);
  return (
    <div role="alert">
      <InlineError fieldID={id} message={`${title} ${words}`} />
    </div>
  );
}
