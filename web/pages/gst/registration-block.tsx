import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { Facts } from '../../components/facts.tsx';
import { LIVE_LOOKS, STALE_LOOK } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import { liveState, type Live } from '../../words/live-state.ts';
import { useWords } from '../../words/use-words.ts';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { RegistryEntry } from '../../../core/evidence/registry.ts';
import type { StatedRegistration } from '../../../core/evidence/tax-profile.ts';

interface RegistrationBlockProps {
  readonly gstin: string;
  readonly entry: RegistryEntry | undefined;
  readonly stated: StatedRegistration | undefined;
  readonly hasService: boolean;
  readonly onEdit: () => void;
}

/** One registration: its number in full, since it is the merchant's own, and how it stands. */
export function RegistrationBlock({ gstin, entry, stated, hasService, onEdit }: RegistrationBlockProps) {
  const { t } = useTranslation('gst');
  const { state } = useWords();
  const may = useMay();
  const live = liveState(entry);
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="start" gap="200">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {gstin}
          </Text>
          <Text as="span" tone="subdued">
            {state(gstin.slice(0, 2))}
          </Text>
        </BlockStack>
        <LiveBadge live={live} />
      </InlineStack>
      <LiveLines live={live} hasService={hasService} />
      <RegistryFacts entry={entry} />
      <InlineStack align="space-between" blockAlign="start" gap="200">
        <StatedLine stated={stated} />
        <Button
          variant="plain"
          disabled={!may.manage}
          onClick={onEdit}
          accessibilityLabel={t('stated.editOf', { gstin })}
        >
          {t('stated.edit')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

function LiveBadge({ live }: { live: Live }) {
  const { t } = useTranslation('gst');
  return (
    <Badge {...(live.isCurrent ? LIVE_LOOKS[live.state] : STALE_LOOK)} toneAndProgressLabelOverride={t('live.label')}>
      {t(`live.${live.state}`)}
    </Badge>
  );
}

/** Who said so and when; and where the newest question went without an answer, why. */
function LiveLines({ live, hasService }: { live: Live; hasService: boolean }) {
  const { t } = useTranslation('gst');
  const { dateTime } = useFormat();
  const told = (at: string, service: Live['source']) => ({
    service: service ? LOOK_UP_SERVICE_FACTS[service.service].name : '',
    time: dateTime(at),
  });
  return (
    <BlockStack gap="100">
      {live.source && (
        <Text as="p" tone="subdued">
          {t('live.source', told(live.source.at, live.source))}
        </Text>
      )}
      {live.trouble && (
        <Text as="p">{t(`live.trouble.${live.trouble.reason}`, told(live.trouble.at, { ...live.trouble }))}</Text>
      )}
      {live.state === 'not-asked' && (
        <Text as="p" tone="subdued">
          {hasService ? t('live.willAsk') : t('live.nobodyToAsk')}
        </Text>
      )}
    </BlockStack>
  );
}

function RegistryFacts({ entry }: { entry: RegistryEntry | undefined }) {
  const { t } = useTranslation('gst');
  const { day, date, list } = useFormat();
  if (!entry?.known) return null;
  const { record } = entry.known;
  const [newest] = entry.changes;
  const said = (value: boolean | null) => (value === null ? t('notTold') : value ? t('fact.blocked') : t('fact.open'));
  const changed = [...new Set(entry.changes.map(({ field }) => t(`field.${field}`)))];
  const facts = [
    { name: t('fact.legalName'), value: record.legalName },
    { name: t('fact.tradeName'), value: record.tradeName },
    { name: t('fact.kind'), value: record.taxpayerKind && t(`kind.${record.taxpayerKind}`) },
    { name: t('fact.registeredOn'), value: record.registeredOn && day(record.registeredOn) },
    { name: t('fact.cancelledOn'), value: record.cancelledOn && day(record.cancelledOn) },
    { name: t('fact.ewayBills'), value: said(record.isBlockedForEwayBill) },
    {
      name: t('fact.changed'),
      value: newest ? t('fact.changes', { fields: list(changed), date: date(newest.noticedAt) }) : null,
    },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  return <Facts facts={facts} />;
}

/** What the merchant said, since the registry does not tell it. */
function StatedLine({ stated }: { stated: StatedRegistration | undefined }) {
  const { t } = useTranslation('gst');
  const { day, list } = useFormat();
  const parts = [
    stated?.scheme && t(`stated.scheme.${stated.scheme}`),
    stated?.filing && t(`stated.filing.${stated.filing}`),
    stated?.registeredOn && t('stated.since', { day: day(stated.registeredOn) }),
    stated?.hasBankAccount === true && t('stated.bank.yes'),
    stated?.hasBankAccount === false && t('stated.bank.no'),
    stated && stated.lutYears.length > 0 && t('stated.lutFor', { years: list(stated.lutYears) }),
  ].filter((part) => typeof part === 'string');
  return <Text as="p">{parts.length > 0 ? t('stated.line', { facts: parts.join(' · ') }) : t('stated.nothing')}</Text>;
}
