import { BlockStack, ChoiceList, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { useAlertAct } from '../../api/alerts.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useFormat } from '../../format/use-format.ts';
import { ActProblem } from '../act-problem.tsx';
import {
  faultsOf,
  freshInput,
  isDay,
  lastDay,
  LONGEST_REASON,
  toRequest,
  type SuppressFault,
} from './suppress-form.ts';
import { SUPPRESSION_KINDS, type ChangedAlerts } from '../../../core/api/alerts.ts';

interface SuppressDialogProps {
  /** The alerts to mute; null while the dialog is closed. */
  readonly ids: readonly string[] | null;
  readonly onClose: () => void;
  readonly onDone: (changed: ChangedAlerts) => void;
}

/** Mutes alerts with a reason and a last day: nothing is muted for ever. */
export function SuppressDialog({ ids, onClose, onDone }: SuppressDialogProps) {
  return ids === null ? null : <OpenDialog key={ids.join(' ')} ids={ids} onClose={onClose} onDone={onDone} />;
}

function OpenDialog({ ids, onClose, onDone }: SuppressDialogProps & { readonly ids: readonly string[] }) {
  const { t } = useTranslation('alerts');
  const { day } = useFormat();
  const act = useAlertAct();
  const [today] = useState(() => indiaDay(new Date().toISOString()));
  const [input, setInput] = useState(() => freshInput(today));
  const [isAsked, setAsked] = useState(false);
  const faults = isAsked ? faultsOf(input, today) : {};
  const words = (fault: SuppressFault | undefined) =>
    fault && t(`mute.fault.${fault}`, { day: day(lastDay(today)), count: LONGEST_REASON });

  const submit = () => {
    setAsked(true);
    if (Object.keys(faultsOf(input, today)).length > 0) return;
    act.mutate({ kind: 'suppress', ...toRequest(input, ids) }, { onSuccess: onDone });
  };
  return (
    <AdminDialog
      isOpen
      title={t('mute.title', { count: ids.length })}
      action={{ label: t('mute.action'), run: submit, isBusy: act.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{t('mute.words')}</Text>
        <ChoiceList
          title={t('mute.kind')}
          choices={SUPPRESSION_KINDS.map((value) => ({ value, label: t(`mute.kinds.${value}`) }))}
          selected={[input.suppression]}
          onChange={([chosen]: string[]) =>
            setInput({ ...input, suppression: SUPPRESSION_KINDS.find((kind) => kind === chosen) ?? 'can-wait' })
          }
        />
        <TextField
          label={t('mute.reason')}
          helpText={t('mute.reasonHelp')}
          value={input.reason}
          onChange={(reason) => setInput({ ...input, reason })}
          multiline={3}
          maxLength={LONGEST_REASON}
          autoComplete="off"
          error={words(faults.reason) ?? false}
        />
        <TextField
          type="date"
          label={t('mute.until')}
          helpText={isDay(input.until) && t('mute.untilHelp', { chosen: day(input.until), day: day(lastDay(today)) })}
          value={input.until}
          min={today}
          max={lastDay(today)}
          onChange={(until) => setInput({ ...input, until })}
          autoComplete="off"
          error={words(faults.until) ?? false}
        />
        <ActProblem id="mute" error={act.error} />
      </BlockStack>
    </AdminDialog>
  );
}
