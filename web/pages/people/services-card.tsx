import { BlockStack, Card, InlineGrid, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangePeople } from '../../api/people.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useWords } from '../../words/use-words.ts';
import type { PeopleRegister } from '../../../core/api/people.ts';
import { SENSITIVE_SERVICES, SERVICE_NAMES } from '../../../core/data/sensitive-services.ts';

const WORDS = ['', 'yes', 'no'] as const;

/** Which services the shop uses: only then is an account without a statement a gap. */
export function ServicesCard({ services }: { services: PeopleRegister['services'] }) {
  const { t } = useTranslation('people');
  const { text } = useWords();
  const change = useChangePeople();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('services.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('services.words')}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 3, lg: 4 }} gap="300">
          {SENSITIVE_SERVICES.map((service) => (
            <Select
              key={service}
              label={text(SERVICE_NAMES[service])}
              options={WORDS.map((word) => ({ value: word, label: t(`services.${word === '' ? 'open' : word}`) }))}
              value={services[service] === null ? '' : services[service] ? 'yes' : 'no'}
              disabled={change.isPending}
              onChange={(word) =>
                change.mutate(
                  { act: 'use-service', service, isUsed: word === '' ? null : word === 'yes' },
                  { onSuccess: () => toast(t('services.saved')) },
                )
              }
            />
          ))}
        </InlineGrid>
        <ActProblem id="services" error={change.error} />
      </BlockStack>
    </Card>
  );
}
