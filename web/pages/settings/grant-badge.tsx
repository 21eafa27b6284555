import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Whether the merchant allowed a kind of reading. */
export function GrantBadge({ isGranted }: { isGranted: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <Badge
      {...(isGranted
        ? { tone: 'success' as const, progress: 'complete' as const }
        : { progress: 'incomplete' as const })}
      toneAndProgressLabelOverride={t('access.state')}
    >
      {isGranted ? t('access.granted') : t('access.notGranted')}
    </Badge>
  );
}
