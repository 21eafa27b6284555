import { BlockStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { ActProblem } from '../../components/act-problem.tsx';
import type { Day } from '../../../core/time.ts';

export const LONGEST_REASON = 500;

interface ReasonDialogProps {
  readonly title: string;
  readonly words: string;
  readonly label: string;
  readonly action: string;
  /** A day beside the reason; absent: none is asked for. */
  readonly day?: { readonly label: string; readonly first: Day; readonly last: Day; readonly start: Day };
  readonly initial?: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: (said: { readonly reason: string; readonly day: Day }) => void;
  readonly onClose: () => void;
}

/** A decision that a person explains, sometimes with a day. Both are asked for before anything is sent. */
export function ReasonDialog({ title, words, label, action, day, initial = '', ...rest }: ReasonDialogProps) {
  const { t } = useTranslation('vendors');
  const [reason, setReason] = useState(initial);
  const [chosen, setChosen] = useState(day?.start ?? '');
  const [isAsked, setAsked] = useState(false);
  const isSilent = reason.trim() === '';
  const isOutside = day !== undefined && (chosen < day.first || chosen > day.last);
  const save = () => {
    setAsked(true);
    if (!isSilent && !isOutside) rest.onSave({ reason: reason.trim(), day: chosen });
  };
  return (
    <AdminDialog isOpen title={title} action={{ label: action, run: save, isBusy: rest.isBusy }} onClose={rest.onClose}>
      <BlockStack gap="400">
        <Text as="p">{words}</Text>
        <TextField
          label={label}
          value={reason}
          onChange={setReason}
          multiline={3}
          maxLength={LONGEST_REASON}
          autoComplete="off"
          error={isAsked && isSilent && t('fault.reasonNeeded')}
        />
        {day && (
          <TextField
            type="date"
            label={day.label}
            value={chosen}
            min={day.first}
            max={day.last}
            onChange={setChosen}
            autoComplete="off"
            error={isAsked && isOutside && t('fault.day')}
          />
        )}
        <ActProblem id="reason" error={rest.error} />
      </BlockStack>
    </AdminDialog>
  );
}
