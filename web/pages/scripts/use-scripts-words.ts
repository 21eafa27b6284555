import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { PageKind } from '../../../core/evidence/storefront.ts';

/** Words for kinds of pages, one after the other. */
export function useScriptsWords() {
  const { t } = useTranslation('scripts');
  const { list } = useFormat();
  return { pages: (kinds: readonly PageKind[]) => list(kinds.map((kind) => t(`page.${kind}`))) };
}
