import { ChoiceList } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { FLOW_TRIGGERS, type FlowTrigger } from '../../../core/api/notices.ts';

/** Which of the triggers start workflows; never none. */
export function FlowTriggers({
  triggers,
  onChange,
}: {
  triggers: readonly FlowTrigger[];
  onChange: (triggers: FlowTrigger[]) => void;
}) {
  const { t } = useTranslation('notices');
  return (
    <ChoiceList
      allowMultiple
      title={t('flow.triggers')}
      choices={FLOW_TRIGGERS.map((value) => ({
        value,
        label: t(`flow.trigger.${value}`),
        helpText: t(`flow.triggerHelp.${value}`),
      }))}
      selected={[...triggers]}
      onChange={(chosen: string[]) => onChange(FLOW_TRIGGERS.filter((one) => chosen.includes(one)))}
      {...(triggers.length === 0 && { error: t('flow.triggerNeeded') })}
    />
  );
}
