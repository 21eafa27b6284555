import { BlockStack, Card, Page } from '@shopify/polaris';
import { AppsIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { ApiProblem } from '../../api/problems.ts';
import { useMay } from '../../api/home.ts';
import { useChangeVendor, useVendor } from '../../api/vendors.ts';
import { EmptyNote } from '../../components/empty-note.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { ClaimCard } from './claim-card.tsx';
import { EditVendorDialog } from './edit-vendor-dialog.tsx';
import { FactsCard } from './facts-card.tsx';
import { VendorHistory } from './vendor-history.tsx';
import { IncidentsCard } from './incidents-card.tsx';
import { LetterCard } from './letter-card.tsx';
import { PapersCard } from './papers-card.tsx';
import { OwnAnswersCard, QuestionnaireCard } from './questionnaire-card.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RiskCard } from './risk-card.tsx';
import { ScopesCard } from './scopes-card.tsx';
import { VendorScriptsCard } from './scripts-card.tsx';
import { StepCard } from './step-card.tsx';
import { TracesCard } from './traces-card.tsx';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** One vendor: what it is, how risky and why, what speaks for it, and what can be done. */
export function VendorPage() {
  const { t } = useTranslation('vendors');
  const { id = '' } = useParams();
  const vendor = useVendor(id);
  if (vendor.isPending) return <PageSkeleton cards={[3, 6, 6, 4]} />;
  if (vendor.data) return <Vendor key={id} vendor={vendor.data} />;
  const isGone = vendor.error instanceof ApiProblem && [400, 404].includes(vendor.error.problem.status);
  return (
    <Page title={t('title')} backAction={{ content: t('title'), url: '/vendors' }}>
      {isGone ? (
        <Card>
          <EmptyNote
            icon={AppsIcon}
            title={t('gone.title')}
            words={t('gone.words')}
            action={{ label: t('gone.back'), url: '/vendors' }}
          />
        </Card>
      ) : (
        <TroubleCard error={vendor.error} onRetry={() => void vendor.refetch()} />
      )}
    </Page>
  );
}

function Vendor({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const [unsaved] = useState(useReasonBefore());
  const [open, setOpen] = useState<'approve' | 'edit' | null>(unsaved === null ? null : 'approve');
  const isAsked = !vendor.isOurs && !vendor.isPlatform;
  const acts = { onApprove: () => setOpen('approve'), onEdit: () => setOpen('edit') };
  const status = vendor.isOurs
    ? t('register.ours')
    : vendor.isPlatform
      ? t('register.platform')
      : t(vendor.isEntered ? 'facts.entered' : 'facts.found');
  return (
    <Page title={visibleText(vendor.name)} subtitle={status} backAction={{ content: t('title'), url: '/vendors' }}>
      <BlockStack gap="400">
        <StepCard vendor={vendor} {...acts} />
        {isAsked && !vendor.isEntered && <ClaimCard vendor={vendor} />}
        {!vendor.isOurs && <FactsCard vendor={vendor} {...acts} />}
        <RiskCard vendor={vendor} />
        <ScopesCard vendor={vendor} />
        {!vendor.isOurs && (
          <>
            <TracesCard vendor={vendor} />
            <VendorScriptsCard vendorId={vendor.id} />
          </>
        )}
        {isAsked && vendor.isEntered && (
          <>
            <PapersCard vendor={vendor} />
            <QuestionnaireCard vendor={vendor} />
            <LetterCard vendorId={vendor.id} />
            <IncidentsCard vendor={vendor} />
          </>
        )}
        {vendor.isOurs && <OwnAnswersCard vendor={vendor} />}
        <VendorHistory history={vendor.history} />
      </BlockStack>
      {open === 'approve' && may.manage && (
        <ApproveDialog vendor={vendor} initial={unsaved ?? ''} onClose={() => setOpen(null)} />
      )}
      {open === 'edit' && may.manage && <EditVendorDialog vendor={vendor} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** What was written for an approval that the server did not keep. */
function useReasonBefore(): string | null {
  const state = useLocation().state as { readonly reason?: unknown } | null;
  return typeof state?.reason === 'string' ? state.reason : null;
}

interface ApproveDialogProps {
  readonly vendor: VendorDetails;
  readonly initial: string;
  readonly onClose: () => void;
}

function ApproveDialog({ vendor, initial, onClose }: ApproveDialogProps) {
  const { t } = useTranslation('vendors');
  const approve = useChangeVendor(vendor.id);
  return (
    <ReasonDialog
      title={t('approve.title', { name: visibleText(vendor.name) })}
      words={t('approve.words')}
      label={t('approve.reason')}
      action={t('approve.save')}
      initial={initial}
      isBusy={approve.isPending}
      error={approve.error}
      onClose={onClose}
      onSave={({ reason }) =>
        approve.mutate(
          { act: 'approve', reason },
          {
            onSuccess: () => {
              toast(t('approve.done'));
              onClose();
            },
          },
        )
      }
    />
  );
}
