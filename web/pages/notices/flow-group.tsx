import { BlockStack, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeNotices } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SettingsGroup } from '../settings/settings-group.tsx';
import { FlowTriggers } from './flow-triggers.tsx';
import { RuleFields } from './rule-fields.tsx';
import type { FlowSettings } from '../../../core/api/notices.ts';

/** Workflows of the shop's own that begin with what Prahari learned. */
export function FlowGroup({ flow }: { flow: FlowSettings }) {
  const { t } = useTranslation('notices');
  const change = useChangeNotices();
  const [isOn, setOn] = useState(flow.isOn);
  const [rule, setRule] = useState(flow.rule);
  const [triggers, setTriggers] = useState(flow.triggers);
  const save = () =>
    change.mutate({ act: 'flow', flow: { isOn, rule, triggers } }, { onSuccess: () => toast(t('flow.saved')) });
  return (
    <SettingsGroup title={t('flow.title')} words={t('flow.words')}>
      <BlockStack gap="400">
        <Text as="p">{t('flow.how')}</Text>
        <Checkbox label={t('flow.isOn')} checked={isOn} onChange={setOn} />
        {isOn && <FlowTriggers triggers={triggers} onChange={setTriggers} />}
        {isOn && triggers.includes('alert-raised') && <RuleFields rule={rule} onChange={setRule} />}
        <InlineStack>
          <Button
            onClick={save}
            loading={change.isPending}
            disabled={rule.areas.length === 0 || triggers.length === 0}
            accessibilityLabel={`${t('flow.save')}: ${t('flow.title')}`}
          >
            {t('flow.save')}
          </Button>
        </InlineStack>
        <ActProblem id="flow" error={change.error} />
      </BlockStack>
    </SettingsGroup>
  );
}
