import { BlockStack, Checkbox, ChoiceList, Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AREAS } from '../../../core/checks/check.ts';
import { PACES, type NoticeRule } from '../../../core/notices/rules.ts';

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly NoticeRule['leastSeverity'][];

interface RuleFieldsProps {
  readonly rule: NoticeRule;
  readonly onChange: (rule: NoticeRule) => void;
}

/** What somebody wants to hear of, in four plain questions. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('notices');
  const isEmpty = rule.areas.length === 0;
  return (
    <BlockStack gap="400">
      <ChoiceList
        allowMultiple
        title={t('rule.areas')}
        choices={AREAS.map((value) => ({ value, label: t(`common:area.${value}`) }))}
        selected={[...rule.areas]}
        onChange={(chosen) => onChange({ ...rule, areas: AREAS.filter((area) => chosen.includes(area)) })}
        {...(isEmpty && { error: t('rule.areaNeeded') })}
      />
      <Select
        label={t('rule.least')}
        helpText={t('rule.leastHelp')}
        options={SEVERITIES.map((value) => ({ value, label: t(`common:severity.${value}`) }))}
        value={rule.leastSeverity}
        onChange={(value) =>
          onChange({ ...rule, leastSeverity: SEVERITIES.find((one) => one === value) ?? rule.leastSeverity })
        }
      />
      <Select
        label={t('rule.pace')}
        helpText={t('rule.paceHelp')}
        options={PACES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={rule.pace}
        onChange={(value) => onChange({ ...rule, pace: PACES.find((one) => one === value) ?? rule.pace })}
      />
      <Checkbox
        label={t('rule.tellsResolved')}
        checked={rule.tellsResolved}
        onChange={(tellsResolved) => onChange({ ...rule, tellsResolved })}
      />
    </BlockStack>
  );
}
