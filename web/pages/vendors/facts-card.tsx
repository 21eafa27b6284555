import { BlockStack, Button, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { OutLink } from '../../components/out-link.tsx';
import { Facts } from '../../components/facts.tsx';
import { useFormat } from '../../format/use-format.ts';
import { MergeVendorDialog } from './merge-vendor-dialog.tsx';
import { RemoveVendorDialog } from './remove-vendor-dialog.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

interface FactsCardProps {
  readonly vendor: VendorDetails;
  readonly onApprove: () => void;
  readonly onEdit: () => void;
}

/** What this vendor is to the shop, who said so, and the acts on it as a whole. */
export function FactsCard({ vendor, onApprove, onEdit }: FactsCardProps) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const { date, day, list } = useFormat();
  const [open, setOpen] = useState<'merge' | 'remove' | null>(null);
  const review = useChangeVendor(vendor.id);
  const { approval } = vendor;
  const said = (text: string | null) => (text === null ? t('facts.notSaid') : visibleText(text));
  const seen = (at: string | null) => (at === null ? t('register.neverSeen') : date(at));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('facts.title')}
        </Text>
        <Facts
          facts={[
            { name: t('field.kind'), value: t(`kind.${vendor.kind}`) },
            { name: t('field.purpose'), value: said(vendor.purpose) },
            { name: t('field.owner'), value: said(vendor.owner) },
            {
              name: t('field.dataClasses'),
              value:
                vendor.dataClasses.length === 0
                  ? t('facts.notSaid')
                  : list(vendor.dataClasses.map((one) => t(`data.${one}`))),
            },
            { name: t('field.contact'), value: said(vendor.contact) },
            ...(vendor.note === null ? [] : [{ name: t('field.note'), value: visibleText(vendor.note) }]),
            {
              name: t('facts.approval'),
              value:
                approval === null
                  ? t('facts.notApproved')
                  : t('facts.approved', {
                      date: date(approval.at),
                      person: approval.by,
                      reason: visibleText(approval.reason),
                    }),
            },
            {
              name: t('facts.reviewed'),
              value: vendor.reviewedAt === null ? t('facts.never') : date(vendor.reviewedAt),
            },
            ...(vendor.unusedSince === null ? [] : [{ name: t('field.unusedSince'), value: day(vendor.unusedSince) }]),
            ...(vendor.tokenMadeOn === null ? [] : [{ name: t('field.tokenMadeOn'), value: day(vendor.tokenMadeOn) }]),
            { name: t('facts.firstSeen'), value: seen(vendor.firstSeenAt) },
            { name: t('facts.lastSeen'), value: seen(vendor.lastSeenAt) },
            ...(vendor.developer === null
              ? []
              : [{ name: t('facts.developer'), value: visibleText(vendor.developer) }]),
            ...(vendor.handle === null ? [] : [{ name: t('field.handle'), value: visibleText(vendor.handle) }]),
            ...(vendor.hosts.length === 0 ? [] : [{ name: t('field.hosts'), value: <Hosts hosts={vendor.hosts} /> }]),
          ]}
        />
        {(vendor.appStoreUrl !== null || vendor.privacyPolicyUrl !== null) && (
          <InlineStack gap="400">
            <OutLink address={vendor.appStoreUrl} label={t('facts.appStore')} />
            <OutLink address={vendor.privacyPolicyUrl} label={t('facts.privacyPolicy')} />
          </InlineStack>
        )}
        {!vendor.isOurs && !vendor.isPlatform && (
          <InlineStack gap="200">
            {vendor.isEntered && (
              <>
                <Button disabled={!may.manage} onClick={onEdit}>
                  {t('edit.open')}
                </Button>
                <Button disabled={!may.manage} onClick={onApprove}>
                  {t(approval === null ? 'approve.open' : 'approve.again')}
                </Button>
                <Button
                  disabled={!may.manage}
                  loading={review.isPending}
                  onClick={() => review.mutate({ act: 'review' }, { onSuccess: () => toast(t('review.done')) })}
                >
                  {t('review.open')}
                </Button>
              </>
            )}
            <Button disabled={!may.manage} onClick={() => setOpen('merge')}>
              {t('merge.open')}
            </Button>
            {vendor.isEntered && (
              <Button tone="critical" variant="tertiary" disabled={!may.manage} onClick={() => setOpen('remove')}>
                {t('remove.open')}
              </Button>
            )}
          </InlineStack>
        )}
        <ActProblem id="review-vendor" error={review.error} />
      </BlockStack>
      {open === 'merge' && <MergeVendorDialog vendor={vendor} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveVendorDialog vendor={vendor} onClose={() => setOpen(null)} />}
    </Card>
  );
}

/** Hosts as text: nobody should land on a page of an unknown firm by a slip of the finger. */
function Hosts({ hosts }: { hosts: readonly string[] }) {
  return (
    <List>
      {hosts.map((host) => (
        <List.Item key={host}>{visibleText(host)}</List.Item>
      ))}
    </List>
  );
}
