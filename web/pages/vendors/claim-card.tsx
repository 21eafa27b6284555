import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useClaimVendor } from '../../api/vendors.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import { LONGEST_REASON, SHORTEST_REASON } from './reason-dialog.tsx';
import { ClaimFields } from './vendor-fields.tsx';
import { fieldsOf, inputOf, LONGEST } from './vendor-form.ts';
import type { VendorDetails } from '../../../core/api/vendors.ts';
import { VENDOR_KINDS, type VendorKind } from '../../../core/data/vendor-papers.ts';

/** "Is this yours?" Who says yes says also why, and who answers for it. */
export function ClaimCard({ vendor }: { vendor: VendorDetails }) {
  const { t } = useTranslation('vendors');
  const may = useMay();
  const { count } = useFormat();
  const navigate = useNavigate();
  const claim = useClaimVendor(vendor.id);
  const [input, setInput] = useState(() => inputOf(vendor));
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const missing = {
    name: input.name.trim() === '',
    purpose: input.purpose.trim() === '',
    owner: input.owner.trim() === '',
    dataClasses: input.dataClasses.length === 0,
    reason: reason.trim().length < SHORTEST_REASON,
  };
  const submit = () => {
    setAsked(true);
    if (Object.values(missing).some(Boolean)) return;
    const { name, kind, purpose, owner, dataClasses } = fieldsOf(input);
    claim.mutate(
      { fields: { name, kind, purpose, owner, dataClasses }, reason: reason.trim() },
      {
        onSuccess: ({ id, isApproved }) => {
          if (isApproved) toast(t('claim.done'));
          // An approval that was not kept is asked for again, with the reason as it was written.
          void navigate(`/vendors/${encodeURIComponent(id)}`, {
            replace: true,
            ...(!isApproved && { state: { reason: reason.trim() } }),
          });
        },
      },
    );
  };
  return (
    <div id="claim">
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <BlockStack gap="400">
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {t('claim.title')}
              </Text>
              <Text as="p" tone="subdued">
                {t(vendor.isRecognised ? 'claim.words' : 'claim.wordsUnknown')}
              </Text>
              <Text as="p" tone="subdued">
                {t('claim.notYours')}
              </Text>
            </BlockStack>
            <TextField
              label={t('field.name')}
              value={input.name}
              onChange={(name) => setInput({ ...input, name })}
              autoComplete="off"
              maxLength={LONGEST.name}
              disabled={!may.manage}
              error={isAsked && missing.name && t('fault.nameNeeded')}
            />
            <Select
              label={t('field.kind')}
              options={VENDOR_KINDS.map((value) => ({ value: value, label: t(`kind.${value}`) }))}
              value={input.kind}
              disabled={!may.manage}
              onChange={(kind) => setInput({ ...input, kind: kind as VendorKind })}
            />
            <ClaimFields input={input} onChange={setInput} isDisabled={!may.manage} {...(isAsked && { missing })} />
            <TextField
              label={t('approve.reason')}
              helpText={t('approve.reasonHelp')}
              value={reason}
              onChange={setReason}
              multiline={2}
              maxLength={LONGEST_REASON}
              autoComplete="off"
              disabled={!may.manage}
              error={
                isAsked &&
                missing.reason &&
                t('fault.reason', { count: SHORTEST_REASON, shown: count(SHORTEST_REASON) })
              }
            />
            <InlineStack>
              <Button submit variant="primary" disabled={!may.manage} loading={claim.isPending}>
                {t('claim.save')}
              </Button>
            </InlineStack>
            <ActProblem id="claim-vendor" error={claim.error} />
          </BlockStack>
        </form>
      </Card>
    </div>
  );
}
