import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { addDays, indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** Nobody looks for an incident of another decade. */
const OLDEST_DAYS = 3_650;

/** Incidents at the vendor: what somebody heard of, and whether it is dealt with. */
export function IncidentsCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const { day, date } = useFormat();
  const may = useMay();
  const change = useChangeVendor(vendor.id);
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [isOpen, setOpen] = useState(false);
  return (
    <div id="incidents">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('incident.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('incident.words')}
            </Text>
          </BlockStack>
          {vendor.breaches.map((breach) => (
            <BlockStack key={breach.id} gap="100">
              <Text as="h3" variant="headingSm">
                {t('incident.on', { day: day(breach.happenedOn) })}
              </Text>
              <div className="prahari-wrap">
                <Text as="p">{visibleText(breach.note)}</Text>
              </div>
              <Text as="p" tone="subdued">
                {breach.closedAt === null
                  ? t('incident.open', { date: date(breach.notedAt) })
                  : t('incident.closed', { date: date(breach.closedAt) })}
              </Text>
              {breach.closedAt === null && (
                <InlineStack>
                  <Button
                    disabled={!may.manage}
                    loading={change.isPending && change.variables.act === 'close-breach'}
                    accessibilityLabel={t('incident.closeOf', { day: day(breach.happenedOn) })}
                    onClick={() =>
                      change.mutate(
                        { act: 'close-breach', breachId: breach.id },
                        { onSuccess: () => toast(t('incident.closedToast')) },
                      )
                    }
                  >
                    {t('incident.close')}
                  </Button>
                </InlineStack>
              )}
            </BlockStack>
          ))}
          <InlineStack>
            <Button disabled={!may.manage} onClick={() => setOpen(true)}>
              {t('incident.note')}
            </Button>
          </InlineStack>
          {!isOpen && <ActProblem id="close-breach" error={change.error} />}
        </BlockStack>
        {isOpen && (
          <ReasonDialog
            title={t('incident.note')}
            words={t('incident.dialog')}
            label={t('incident.what')}
            action={t('incident.save')}
            shortest={1}
            day={{ label: t('incident.when'), first: addDays(today, -OLDEST_DAYS), last: today, start: today }}
            isBusy={change.isPending}
            error={change.error}
            onClose={() => setOpen(false)}
            onSave={({ reason, day: happenedOn }) =>
              change.mutate(
                { act: 'note-breach', happenedOn, note: reason },
                {
                  onSuccess: () => {
                    toast(t('incident.noted'));
                    setOpen(false);
                  },
                },
              )
            }
          />
        )}
      </Card>
    </div>
  );
}
