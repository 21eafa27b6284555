import { BlockStack, Button, Checkbox, InlineGrid, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useChangeNotices } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { SettingsGroup } from '../settings/settings-group.tsx';
import { DEFAULT_QUIET_HOURS, type QuietHours } from '../../../core/notices/rules.ts';

/** Hours of the day in which only what is critical is sent. */
export function QuietGroup({ quietHours }: { quietHours: QuietHours | null }) {
  const { t } = useTranslation('notices');
  const change = useChangeNotices();
  const [isOn, setOn] = useState(quietHours !== null);
  const [hours, setHours] = useState(quietHours ?? DEFAULT_QUIET_HOURS);
  const isSame = isOn && hours.from === hours.to;
  const isEmpty = hours.from === '' || hours.to === '';
  const save = () =>
    change.mutate({ act: 'quiet', quietHours: isOn ? hours : null }, { onSuccess: () => toast(t('quiet.saved')) });
  return (
    <SettingsGroup title={t('quiet.title')} words={t('quiet.words')}>
      <BlockStack gap="400">
        <Checkbox label={t('quiet.isOn')} checked={isOn} onChange={setOn} />
        {isOn && (
          <InlineGrid columns={2} gap="400">
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                type="time"
                label={t(`quiet.${end}`)}
                value={hours[end]}
                onChange={(time) => setHours({ ...hours, [end]: time })}
                autoComplete="off"
                {...(end === 'to' && isSame && { error: t('quiet.same') })}
              />
            ))}
          </InlineGrid>
        )}
        <InlineStack>
          <Button onClick={save} loading={change.isPending} disabled={isOn && (isSame || isEmpty)}>
            {t('quiet.save')}
          </Button>
        </InlineStack>
        <ActProblem id="quiet" error={change.error} />
      </BlockStack>
    </SettingsGroup>
  );
}
