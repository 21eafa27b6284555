import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { SEVERITY_LOOKS } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import type { RiskClass, VendorRisk } from '../../../core/vendors/risk.ts';

/** "High" in words; the colour says nothing that the word does not. */
export function RiskBadge({ riskClass }: { riskClass: RiskClass }) {
  const { t } = useTranslation('vendors');
  return (
    <Badge {...SEVERITY_LOOKS[riskClass]} toneAndProgressLabelOverride={t('risk.label')}>
      {t(`risk.${riskClass}`)}
    </Badge>
  );
}

/** A bar from 0 to 100, its class in words and its number. */
export function RiskMeter({ risk }: { risk: Pick<VendorRisk, 'risk' | 'riskClass'> }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  return (
    <BlockStack gap="100" inlineAlign="start">
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <RiskBadge riskClass={risk.riskClass} />
        <Text as="span" numeric>
          {count(risk.risk)}
          <Text as="span" visuallyHidden>
            {t('risk.ofHundred')}
          </Text>
        </Text>
      </InlineStack>
      <div className="prahari-risk" data-class={risk.riskClass} aria-hidden="true">
        <div style={{ width: `${risk.risk}%` }} />
      </div>
    </BlockStack>
  );
}
