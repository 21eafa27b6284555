import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { checkOf } from '../../words/alert-words.ts';
import type { AlertDetail } from '../../../core/api/alerts.ts';
import { controlById } from '../../../core/data/controls.ts';

/** The law or standard behind the alert, its date, and where it is written. */
export function RuleCard({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const { day } = useFormat();
  const check = checkOf(alert);
  if (!check) return null;
  const { rule } = check;
  const control = check.control === undefined ? null : controlById(check.control);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('rule.title')}
        </Text>
        <Text as="p">{text(rule.name)}</Text>
        <Facts
          isNarrow
          facts={[
            { name: t('rule.from'), value: day(rule.effectiveFrom) },
            { name: t('rule.source'), value: rule.source },
            ...(control
              ? [
                  {
                    name: t('rule.control'),
                    value: <Link url={`/security/${control.step}#${control.id}`}>{text(control.title)}</Link>,
                  },
                ]
              : []),
          ]}
        />
        {rule.status === 'unverified' && (
          <Text as="p" tone="subdued">
            {t('rule.unverified')}
          </Text>
        )}
        {check.isPlatformSet === true && (
          <Text as="p" tone="subdued">
            {t('rule.platformSet')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
