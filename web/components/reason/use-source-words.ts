import { useTranslation } from 'react-i18next';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { Rung } from '../../../core/evidence/rungs.ts';

const FROM_OUTSIDE: ReadonlySet<EvidenceKind> = new Set(['storefront', 'dns']);
const FROM_SERVICE: ReadonlySet<EvidenceKind> = new Set(['registry']);
const OUR_OWN: ReadonlySet<EvidenceKind> = new Set(['law', 'records', 'access', 'scriptBook']);

/** Where evidence comes from, in words. The strongest rung holds what Shopify told, what we saw ourselves, and our own. */
export function useSourceWords(): (rung: Rung | null, kinds: readonly EvidenceKind[]) => string {
  const { t } = useTranslation('security');
  return (rung, kinds) => {
    if (rung === null) return t('evidence.nowhere');
    if (rung === 'platform' && kinds.some((kind) => FROM_OUTSIDE.has(kind))) return t('evidence.outside');
    if (rung === 'platform' && kinds.length > 0 && kinds.every((kind) => FROM_SERVICE.has(kind)))
      return t('evidence.service');
    if (rung === 'platform' && kinds.length > 0 && kinds.every((kind) => OUR_OWN.has(kind))) return t('evidence.own');
    return t(`alerts:rung.${rung}`);
  };
}
