import { Badge, type BadgeProps } from '@shopify/polaris';
import {
  AlertTriangleIcon,
  ChatIcon,
  CheckCircleIcon,
  ClockIcon,
  KeyIcon,
  MinusCircleIcon,
  MobileIcon,
  QuestionCircleIcon,
  XCircleIcon,
} from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { SECOND_FACTOR_TONES } from '../../components/tones.ts';
import type { FactorState } from './register.ts';

const ICONS: Readonly<Record<FactorState, NonNullable<BadgeProps['icon']>>> = {
  key: KeyIcon,
  app: MobileIcon,
  unnamed: CheckCircleIcon,
  sms: ChatIcon,
  'registered-only': ClockIcon,
  none: XCircleIcon,
  unknown: QuestionCircleIcon,
  expired: ClockIcon,
  conflict: AlertTriangleIcon,
  inactive: MinusCircleIcon,
};

/** The second step of one account: an icon and a word, never a colour alone. */
export function FactorBadge({ state }: { state: FactorState }) {
  const { t } = useTranslation('people');
  const tone = SECOND_FACTOR_TONES[state];
  return (
    <span className="prahari-nowrap">
      <Badge {...(tone && { tone })} icon={ICONS[state]} toneAndProgressLabelOverride={t('factor.label')}>
        {t(`factor.${state}`)}
      </Badge>
    </span>
  );
}
