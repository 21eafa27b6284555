import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/home.ts';

/** Why buttons are grey for a viewer, and who can change that. Nothing for the others. */
export function RoleNote() {
  const { t } = useTranslation();
  const may = useMay();
  if (!may.isKnown || may.manage) return null;
  return (
    <Text as="p" tone="subdued">
      {t('role.viewerNote')}
    </Text>
  );
}
