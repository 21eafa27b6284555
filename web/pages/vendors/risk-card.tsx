import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { addDays, indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RiskMeter } from './risk-meter.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Nobody accepts a risk for longer than a year. */
const MOST_DAYS = 365;
const DAYS_AT_FIRST = 90;
/** From here on a risk has to be lowered or accepted. Source: control VND-02. */
const IS_HIGH = 60;

/** How the number came about, term by term, and what would lower it most. */
export function RiskCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const { count, percent } = useFormat();
  const { risk, lowers } = vendor;
  const told = useTerms(vendor);
  const terms = [
    { name: 'exposure', value: percent(risk.exposure), words: told.exposure },
    { name: 'assurance', value: percent(risk.assurance), words: told.assurance },
    { name: 'staleness', value: t('terms.adds', { share: percent(risk.staleness - 1) }), words: told.staleness },
  ] as const;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="400">
          <Text as="h2" variant="headingMd">
            {t('terms.title')}
          </Text>
          <RiskMeter risk={risk} />
        </InlineStack>
        <RowTable
          caption={t('terms.title')}
          rows={terms}
          keyOf={({ name }) => name}
          columns={[
            {
              title: t('terms.term'),
              cell: ({ name }) => <span className="prahari-nowrap">{t(`terms.${name}`)}</span>,
            },
            { title: t('terms.value'), isNumber: true, cell: ({ value }) => value },
            { title: t('terms.why'), cell: ({ words }) => words.join(' ') },
          ]}
        />
        <Text as="p" tone="subdued">
          {t('terms.formula')}
        </Text>
        {lowers.length > 0 && !vendor.isPlatform && (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('lower.title')}
            </Text>
            <List>
              {lowers.map(({ step, risk: after }) => (
                <List.Item key={step}>{t('lower.to', { step: t(`lower.${step}`), risk: count(after) })}</List.Item>
              ))}
            </List>
          </BlockStack>
        )}
        {vendor.isEntered && !vendor.isOurs && <Acceptance vendor={vendor} />}
      </BlockStack>
    </Card>
  );
}

/** Each term in sentences. */
function useTerms({ facts, scopes }: VendorDetails) {
  const { t } = useTranslation('vendors');
  const { count, percent } = useFormat();
  const worst = facts.sensitivities.reduce<number>((most, one) => Math.max(most, one), 0);
  const wide = facts.sensitivities.filter((one) => one >= 3).length;
  const { reviewedDaysAgo } = facts;
  return {
    exposure: [
      ...(scopes === null ? [t(facts.sensitivities.length === 0 ? 'terms.scopesUnknown' : 'terms.scopesAssumed')] : []),
      ...(scopes === null && facts.sensitivities.length === 0 ? [] : [t(`terms.worst.${worst}`)]),
      ...(wide > 1 ? [t('terms.wide', { count: wide, shown: count(wide) })] : []),
      t(`terms.scripts.${facts.scripts}`),
    ],
    assurance: [
      facts.bestPaper > 0 ? t('terms.paper', { share: percent(facts.bestPaper) }) : t('terms.noPaper'),
      t(facts.hasContract ? 'terms.contract' : 'terms.noContract'),
      t(facts.hasContact ? 'terms.contact' : 'terms.noContact'),
    ],
    staleness: [
      reviewedDaysAgo === null
        ? t('terms.neverReviewed')
        : t('terms.reviewed', { count: reviewedDaysAgo, shown: count(reviewedDaysAgo) }),
      ...(facts.isUnused ? [t('terms.unused')] : []),
    ],
  };
}

function Acceptance({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const { date } = useFormat();
  const may = useMay();
  const change = useChangeVendor(vendor.id);
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [isOpen, setOpen] = useState(false);
  const { acceptedRisk } = vendor;
  if (acceptedRisk === null && vendor.risk.risk < IS_HIGH) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('accept.title')}
      </Text>
      <div className="prahari-wrap">
        <Text as="p">
          {acceptedRisk === null
            ? t('accept.words')
            : t('accept.accepted', {
                date: date(acceptedRisk.until),
                person: acceptedRisk.by,
                reason: visibleText(acceptedRisk.reason),
              })}
        </Text>
      </div>
      <InlineStack gap="200">
        <Button disabled={!may.manage} onClick={() => setOpen(true)}>
          {t(acceptedRisk === null ? 'accept.open' : 'accept.again')}
        </Button>
        {acceptedRisk !== null && (
          <Button
            variant="tertiary"
            disabled={!may.manage}
            loading={change.isPending}
            onClick={() => change.mutate({ act: 'end-acceptance' }, { onSuccess: () => toast(t('accept.ended')) })}
          >
            {t('accept.end')}
          </Button>
        )}
      </InlineStack>
      {!isOpen && <ActProblem id="end-acceptance" error={change.error} />}
      {isOpen && (
        <ReasonDialog
          title={t('accept.open')}
          words={t('accept.dialog')}
          label={t('accept.reason')}
          action={t('accept.save')}
          day={{
            label: t('accept.until'),
            first: addDays(today, 1),
            last: addDays(today, MOST_DAYS),
            start: addDays(today, DAYS_AT_FIRST),
          }}
          isBusy={change.isPending}
          error={change.error}
          onClose={() => setOpen(false)}
          onSave={({ reason, day }) =>
            change.mutate(
              { act: 'accept-risk', reason, until: day },
              {
                onSuccess: () => {
                  toast(t('accept.done'));
                  setOpen(false);
                },
              },
            )
          }
        />
      )}
    </BlockStack>
  );
}
