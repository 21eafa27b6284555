import { BlockStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { ActProblem } from '../../components/act-problem.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { Day } from '../../../core/time.ts';

/** A reason of a word or two explains nothing to whoever reads it in a year. */
export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 1_000;

interface ReasonDialogProps {
  readonly title: string;
  readonly words: string;
  readonly label: string;
  readonly action: string;
  /** A day beside the reason; absent: none is asked for. */
  readonly day?: { readonly label: string; readonly first: Day; readonly last: Day; readonly start: Day };
  readonly initial?: string;
  /** In characters; absent: as of a reason. */
  readonly shortest?: number;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: (said: { readonly reason: string; readonly day: Day }) => void;
  readonly onClose: () => void;
}

/** A decision that a person explains, sometimes with a day. Both are asked for before anything is sent. */
export function ReasonDialog({
  title,
  words,
  label,
  action,
  day,
  initial = '',
  shortest = SHORTEST_REASON,
  ...rest
}: ReasonDialogProps) {
  const { t } = useTranslation('vendors');
  const [reason, setReason] = useState(initial);
  const [chosen, setChosen] = useState(day?.start ?? '');
  const [isAsked, setAsked] = useState(false);
  const { count } = useFormat();
  const isShort = reason.trim().length < shortest;
  const isOutside = day !== undefined && (chosen < day.first || chosen > day.last);
  const save = () => {
    setAsked(true);
    if (!isShort && !isOutside) rest.onSave({ reason: reason.trim(), day: chosen });
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
          error={isAsked && isShort && t('fault.reason', { count: shortest, shown: count(shortest) })}
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
