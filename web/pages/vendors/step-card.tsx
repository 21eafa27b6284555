import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import type { VendorStep } from '../../../core/vendors/vendor.ts';

/** Where on the page a step is taken; null: not by going elsewhere on it. */
const PLACES: Readonly<Record<VendorStep, '#incidents' | '#papers' | null>> = {
  'handle-breach': '#incidents',
  identify: null,
  remove: null,
  approve: null,
  'review-scopes': null,
  'get-report': '#papers',
  'renew-paper': '#papers',
  'get-contract': '#papers',
  'add-contact': null,
  'rotate-token': null,
  review: null,
};

interface StepCardProps {
  readonly vendor: VendorDetails;
  readonly onApprove: () => void;
  readonly onEdit: () => void;
}

/** The one thing to do next, and the way there. */
export function StepCard({ vendor, onApprove, onEdit }: StepCardProps) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const review = useChangeVendor(vendor.id);
  const step = vendor.nextStep;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {step === null ? t('step.none') : t('next.title', { step: t(`step.${step}`) })}
        </Text>
        <Text as="p">
          {vendor.isOurs
            ? t('next.ours')
            : vendor.isPlatform
              ? t('next.platform')
              : t(step === null ? 'next.words.none' : `next.words.${step}`)}
        </Text>
        {step !== null && (
          <InlineStack gap="200">
            {!vendor.isEntered && <Button url="#claim">{t('next.toClaim')}</Button>}
            {vendor.isEntered && PLACES[step] !== null && <Button url={PLACES[step]}>{t('next.goThere')}</Button>}
            {vendor.isEntered && (step === 'review-scopes' || (step === 'approve' && isTold(vendor))) && (
              <Button variant="primary" disabled={!may.manage} onClick={onApprove}>
                {t('approve.open')}
              </Button>
            )}
            {vendor.isEntered && OPENS_EDIT.includes(step) && (
              <Button disabled={!may.manage} onClick={onEdit}>
                {t('edit.open')}
              </Button>
            )}
            {vendor.isEntered && step === 'review' && (
              <Button
                variant="primary"
                disabled={!may.manage}
                loading={review.isPending}
                onClick={() => review.mutate({ act: 'review' }, { onSuccess: () => toast(t('review.done')) })}
              >
                {t('review.open')}
              </Button>
            )}
          </InlineStack>
        )}
        <ActProblem id="next-step" error={review.error} />
        <RoleNote />
      </BlockStack>
    </Card>
  );
}

/** An approval rests on these; what is missing of them is said first. */
function isTold({ purpose, owner, dataClasses }: VendorDetails): boolean {
  return purpose !== null && owner !== null && dataClasses.length > 0;
}

const OPENS_EDIT: readonly VendorStep[] = ['identify', 'approve', 'remove', 'add-contact', 'rotate-token'];
