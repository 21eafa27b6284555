import { BlockStack, Checkbox, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminDialog } from '../../admin/admin-dialog.tsx';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useChangeNotices } from '../../api/notices.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { LanguageField } from './language-field.tsx';
import { RuleFields } from './rule-fields.tsx';
import { ROLES } from '../../../core/api/home.ts';
import type { NewReader, Reader } from '../../../core/api/notices.ts';
import { mailAddress } from '../../../core/notices/address.ts';
import { DEFAULT_RULE } from '../../../core/notices/rules.ts';

/** A new address, or what a known one gets. Nobody gives more than they may see themselves. */
export function ReaderDialog({ reader, onClose }: { reader: Reader | null; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const may = useMay();
  const language = useLanguage();
  const change = useChangeNotices();
  const [address, setAddress] = useState('');
  const [wish, setWish] = useState<Omit<NewReader, 'address'>>(
    reader
      ? {
          ...{ role: reader.role, language: reader.language, rule: reader.rule },
          ...{ getsAlerts: reader.getsAlerts, getsWeekly: reader.getsWeekly },
        }
      : { role: 'viewer', language, rule: DEFAULT_RULE, getsAlerts: true, getsWeekly: true },
  );
  const [isAsked, setAsked] = useState(false);
  const isBadAddress = reader === null && mailAddress(address.trim()) === null;

  const save = () => {
    setAsked(true);
    if (isBadAddress || wish.rule.areas.length === 0) return;
    change.mutate(
      reader
        ? { act: 'change-reader', id: reader.id, change: wish }
        : { act: 'add-reader', reader: { address: address.trim(), ...wish } },
      {
        onSuccess: () => {
          toast(t(reader ? 'readers.saved' : 'readers.added'));
          onClose();
        },
      },
    );
  };
  return (
    <AdminDialog
      isOpen
      title={reader ? t('readers.editTitle', { address: reader.address }) : t('readers.addTitle')}
      action={{ label: t(reader ? 'readers.save' : 'readers.add'), run: save, isBusy: change.isPending }}
      onClose={onClose}
    >
      <BlockStack gap="400">
        {reader === null && (
          <TextField
            type="email"
            label={t('readers.address')}
            helpText={t('readers.addressHelp')}
            value={address}
            onChange={setAddress}
            autoComplete="off"
            maxLength={254}
            error={isAsked && isBadAddress && t('readers.addressFault')}
          />
        )}
        <Select
          label={t('readers.role')}
          helpText={t('readers.roleHelp')}
          options={ROLES.filter((role) => may.own || role !== 'owner').map((value) => ({
            value,
            label: t(`common:role.${value}`),
          }))}
          value={wish.role}
          onChange={(value) => setWish({ ...wish, role: ROLES.find((role) => role === value) ?? wish.role })}
        />
        <LanguageField value={wish.language} onChange={(chosen) => setWish({ ...wish, language: chosen })} />
        <Checkbox
          label={t('readers.getsWeekly')}
          helpText={t('readers.getsWeeklyHelp')}
          checked={wish.getsWeekly}
          onChange={(getsWeekly) => setWish({ ...wish, getsWeekly })}
        />
        <Checkbox
          label={t('readers.getsAlerts')}
          helpText={t('readers.getsAlertsHelp')}
          checked={wish.getsAlerts}
          onChange={(getsAlerts) => setWish({ ...wish, getsAlerts })}
        />
        {wish.getsAlerts && <RuleFields rule={wish.rule} onChange={(rule) => setWish({ ...wish, rule })} />}
        <ActProblem id="reader" error={change.error} />
      </BlockStack>
    </AdminDialog>
  );
}
