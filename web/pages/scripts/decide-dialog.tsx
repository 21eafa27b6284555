import { BlockStack, Checkbox, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { useDecideScripts } from '../../api/scripts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { decideFaults, LONGEST_OWNER, LONGEST_REASON, type DecideFault, type DecideInput } from './decide-form.ts';
import { shortIdentity } from './short-identity.ts';
import type { ScriptDecisionRow } from '../../../core/api/scripts.ts';

const NAMES_SHOWN = 5;

/** What is asked: which verdict, on which scripts, and what was said of the only one before. */
export interface Asked {
  readonly verdict: 'approved' | 'rejected';
  readonly identities: readonly string[];
  readonly before: ScriptDecisionRow | null;
}

interface DecideDialogProps extends Asked {
  readonly onClose: () => void;
  readonly onDone: (asked: Asked) => void;
}

/** A person says of one script or several whose they are and why they run, or why they should not. */
export function DecideDialog({ verdict, identities, before, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation('scripts');
  const decide = useDecideScripts();
  const [input, setInput] = useState<DecideInput>({
    owner: before?.owner ?? '',
    reason: before?.verdict === verdict ? before.reason : '',
    coversNewTexts: before?.coversNewTexts ?? false,
  });
  const [isAsked, setAsked] = useState(false);
  const faults = isAsked ? decideFaults(input) : {};
  const isApproval = verdict === 'approved';

  const run = () => {
    setAsked(true);
    if (Object.keys(decideFaults(input)).length > 0) return;
    const said = { owner: input.owner.trim(), reason: input.reason.trim() };
    const coversNewTexts = isApproval && input.coversNewTexts;
    decide.mutate(
      { act: 'decide', identities, verdict, ...said, coversNewTexts },
      { onSuccess: () => onDone({ verdict, identities, before }) },
    );
  };
  const words = (fault: DecideFault | undefined) => {
    switch (fault) {
      case undefined:
        return false;
      case 'owner':
        return t('decide.fault.owner');
      case 'ownerLong':
        return t('decide.fault.ownerLong', { count: LONGEST_OWNER });
      case 'reason':
        return t('decide.fault.reason');
      case 'reasonLong':
        return t('decide.fault.reasonLong', { count: LONGEST_REASON });
    }
  };
  return (
    <AdminDialog
      isOpen
      title={t(`decide.${verdict}`, { count: identities.length })}
      action={{ label: t(isApproval ? 'decide.approve' : 'decide.reject'), run, isBusy: decide.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <ul className="prahari-steps">
          {identities.slice(0, NAMES_SHOWN).map((identity) => (
            <li key={identity}>
              <code className="prahari-wrap">{shortIdentity(identity).short}</code>
            </li>
          ))}
          {identities.length > NAMES_SHOWN && <li>{t('decide.more', { count: identities.length - NAMES_SHOWN })}</li>}
        </ul>
        <Text as="p">{t(isApproval ? 'decide.approvedWords' : 'decide.rejectedWords')}</Text>
        <TextField
          label={t('decide.owner')}
          helpText={t('decide.ownerHelp')}
          value={input.owner}
          onChange={(owner) => setInput({ ...input, owner })}
          autoComplete="off"
          error={words(faults.owner)}
        />
        <TextField
          label={t('decide.reason')}
          helpText={t(isApproval ? 'decide.reasonApproved' : 'decide.reasonRejected')}
          value={input.reason}
          onChange={(reason) => setInput({ ...input, reason })}
          multiline={3}
          autoComplete="off"
          error={words(faults.reason)}
        />
        {isApproval && (
          <Checkbox
            label={t('decide.covers')}
            helpText={t('decide.coversHelp')}
            checked={input.coversNewTexts}
            onChange={(coversNewTexts) => setInput({ ...input, coversNewTexts })}
          />
        )}
        <ActProblem id="decide" error={decide.error} />
      </BlockStack>
    </AdminDialog>
  );
}
