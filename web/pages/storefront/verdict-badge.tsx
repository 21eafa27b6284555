import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { VERDICT_LOOKS } from '../../components/tones.ts';
import type { DomainOutcome } from './domain-rows.ts';

/** How one look ended, as a word with its colour. */
export function VerdictBadge({ outcome }: { outcome: DomainOutcome }) {
  const { t } = useTranslation('storefront');
  return (
    <span className="prahari-nowrap">
      <Badge {...VERDICT_LOOKS[outcome]} toneAndProgressLabelOverride={t('common:outcome.label')}>
        {t(`verdict.${outcome}`)}
      </Badge>
    </span>
  );
}
