import { BlockStack, Box, Button, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useAskNow } from '../../api/gst.ts';
import { useMay } from '../../api/home.ts';
import { ApiProblem } from '../../api/problems.ts';
import { useRegistrations } from '../../api/settings.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { GstinField } from '../../components/registrations/gstin-field.tsx';
import { useFormat } from '../../format/use-format.ts';
import { GstCard } from './gst-card.tsx';
import { RegistrationBlock } from './registration-block.tsx';
import { StatedDialog } from './stated-dialog.tsx';
import { LOOK_UP_SERVICE_FACTS } from '../../../core/api/look-up-services.ts';
import type { GstHome } from '../../../core/api/gst.ts';
import type { LookUpService } from '../../../core/evidence/registry.ts';
import type { RegistrationRow } from '../../../core/api/settings.ts';

/** Each of the shop's registrations with what the registry tells of it, and what the merchant adds. */
export function RegistrationsCard({ gst }: { gst: GstHome }) {
  const { t } = useTranslation('gst');
  const rows = useRegistrations();
  const may = useMay();
  const [edited, setEdited] = useState<RegistrationRow | null>(null);
  const statedOf = (gstin: string) => gst.profile.registrations.find((stated) => stated.gstin === gstin);
  return (
    <GstCard title={t('registrations.title')} words={t('registrations.words')}>
      {rows.isPending && <SkeletonBodyText lines={3} />}
      {rows.isError && !rows.data && (
        <BlockStack gap="200" inlineAlign="start">
          <ActProblem id="registrations" error={rows.error} />
          <Button onClick={() => void rows.refetch()}>{t('common:act.tryAgain')}</Button>
        </BlockStack>
      )}
      {rows.data?.length === 0 && (
        <BlockStack gap="300">
          <Text as="p">
            {gst.profile.isUnregistered === true ? t('registrations.stated') : t('registrations.none')}
          </Text>
          <GstinField isDisabled={!may.manage} />
        </BlockStack>
      )}
      {rows.data && rows.data.length > 0 && (
        <BlockStack gap="400">
          {rows.data.map((row) => (
            <Box key={row.id} paddingBlockEnd="400" borderBlockEndWidth="025" borderColor="border-secondary">
              <RegistrationBlock
                gstin={row.gstin}
                entry={gst.registry.find(({ gstin }) => gstin === row.gstin)}
                stated={statedOf(row.gstin)}
                hasService={gst.lookUps.service !== null}
                onEdit={() => setEdited(row)}
              />
            </Box>
          ))}
          {gst.lookUps.service === null ? (
            <NoService />
          ) : (
            <ServiceLine
              key={rows.data.map(({ gstin }) => gstin).join(' ')}
              gst={gst}
              service={gst.lookUps.service}
              gstins={rows.data.map(({ gstin }) => gstin)}
            />
          )}
        </BlockStack>
      )}
      {edited && (
        <StatedDialog key={edited.id} row={edited} stated={statedOf(edited.gstin)} onClose={() => setEdited(null)} />
      )}
    </GstCard>
  );
}

function NoService() {
  const { t } = useTranslation('gst');
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p">{t('service.none')}</Text>
      <Button url="/settings">{t('service.connect')}</Button>
    </BlockStack>
  );
}

interface ServiceLineProps {
  readonly gst: GstHome;
  readonly service: LookUpService;
  readonly gstins: readonly string[];
}

/** Which service is asked, what of the day's budget is left, and the button that asks now. */
function ServiceLine({ gst: { lookUps, registry }, service, gstins }: ServiceLineProps) {
  const { t } = useTranslation('gst');
  const { time, count } = useFormat();
  const may = useMay();
  const { ask, isWaiting } = useAskNow(registry, gstins);
  const waitMinutes =
    ask.error instanceof ApiProblem && ask.error.problem.status === 429
      ? Math.max(1, Math.ceil((ask.error.retryAfterS ?? 60) / 60))
      : null;
  const left = Math.max(0, lookUps.budgetPerDay - lookUps.callsToday);
  const isPaused = lookUps.pausedUntil !== null && lookUps.pausedUntil > new Date().toISOString();
  return (
    <BlockStack gap="200">
      <InlineStack gap="300" blockAlign="center">
        <Button
          loading={ask.isPending || isWaiting}
          disabled={!may.manage || left === 0 || isPaused}
          onClick={() => ask.mutate(undefined, { onSuccess: () => toast(t('common:toast.lookUpStarted')) })}
        >
          {t('service.askNow')}
        </Button>
        <Text as="span" tone="subdued">
          {t('service.left', {
            service: LOOK_UP_SERVICE_FACTS[service].name,
            left: count(left),
            count: lookUps.budgetPerDay,
          })}
        </Text>
      </InlineStack>
      {isPaused && lookUps.pausedUntil !== null && (
        <Text as="p" tone="subdued">
          {t('service.paused', { time: time(lookUps.pausedUntil) })}
        </Text>
      )}
      {lookUps.isTestMode && (
        <Text as="p" tone="subdued">
          {t('service.testMode')}
        </Text>
      )}
      {waitMinutes === null ? (
        <ActProblem id="ask-now" error={ask.error} />
      ) : (
        <div role="alert">
          <Text as="p">{t('service.tooSoon', { count: waitMinutes })}</Text>
        </div>
      )}
    </BlockStack>
  );
}
