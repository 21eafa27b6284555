import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { OUTCOME_LOOKS, SEVERITY_LOOKS, STATUS_LOOKS } from './tones.ts';
import type { AlertStatus } from '../../core/api/alerts.ts';
import type { Severity } from '../../core/severity.ts';
import type { Outcome } from '../../core/judgement.ts';

/** Read aloud as "Severity High": Polaris' own hidden word ("Warning") would be a second, other one. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return (
    <Badge {...SEVERITY_LOOKS[severity]} toneAndProgressLabelOverride={t('severity.label')}>
      {t(`severity.${severity}`)}
    </Badge>
  );
}

export function StatusBadge({ status }: { status: AlertStatus }) {
  const { t } = useTranslation();
  return (
    <Badge {...STATUS_LOOKS[status]} toneAndProgressLabelOverride={t('status.label')}>
      {t(`status.${status}`)}
    </Badge>
  );
}

/** `severity` is the gravest of the check's findings. */
export function OutcomeBadge({ outcome, severity }: { outcome: Outcome; severity: Severity }) {
  const { t } = useTranslation();
  const look = outcome === 'fail' ? SEVERITY_LOOKS[severity] : OUTCOME_LOOKS[outcome];
  return (
    <Badge {...look} toneAndProgressLabelOverride={t('outcome.label')}>
      {t(`outcome.${outcome}`)}
    </Badge>
  );
}
