import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { checkOf } from '../../words/alert-words.ts';
import type { AlertDetail } from '../../../core/api/alerts.ts';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';

/** What was seen, when, and how much such evidence proves. */
export function EvidenceCard({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const { message } = useCheckWords();
  const { dateTime } = useFormat();
  const check = checkOf(alert);
  const named = (name: string, kinds: readonly EvidenceKind[] = []) =>
    kinds.length > 0 ? [{ name, value: kinds.map((kind) => t(`common:evidence.${kind}`)).join(' · ') }] : [];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('evidence.title')}
        </Text>
        <Facts
          facts={[
            { name: t('evidence.seen'), value: message(alert) },
            ...named(t('evidence.where'), check?.requires),
            ...named(t('evidence.also'), check?.uses),
            { name: t('evidence.when'), value: dateTime(alert.lastObservedAt) },
            { name: t('evidence.rung'), value: alert.rung === null ? t('rung.none') : t(`rung.${alert.rung}`) },
          ]}
        />
      </BlockStack>
    </Card>
  );
}
