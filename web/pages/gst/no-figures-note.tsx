import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AllowButton } from '../../components/allow-button.tsx';
import { CheckNowButton } from '../../components/check-now-button.tsx';
import { PermissionAsk } from './permission-ask.tsx';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { UnavailableReason } from '../../../core/evidence/snapshot.ts';
import type { NoFigures } from '../../../core/evidence/summaries.ts';

/** The others are mended by the merchant's own act, after which a check follows by itself. */
const IS_MENDED_BY_A_CHECK: ReadonlySet<UnavailableReason> = new Set([
  'token-refused',
  'throttled',
  'timed-out',
  'unreachable',
  'not-asked',
  'not-collected',
]);

interface NoFiguresNoteProps {
  readonly figures: NoFigures;
  /** What the figures are made of, first of all. */
  readonly kind: EvidenceKind;
  /** Texts that ask for permission: gst.json, `ask`. */
  readonly ask?: 'orders' | 'products';
}

/** Why a card has no figures, and the one way out: allow, connect, or check again. Never a blank that looks fine. */
export function NoFiguresNote({ figures, kind, ask }: NoFiguresNoteProps) {
  const { t } = useTranslation('checks');
  const { reason, missingScopes } = figures;
  if (reason === 'not-permitted' && ask !== undefined) return <PermissionAsk ask={ask} scopes={missingScopes} />;
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Text as="p">{t(`reason.${reason}`, { what: t(`common:evidence.${kind}`) })}</Text>
      {reason === 'not-permitted' && missingScopes.length > 0 && (
        <AllowButton label={t('gst:ask.allow')} scopes={missingScopes} isPrimary={false} />
      )}
      {reason === 'not-connected' && <Button url="/settings">{t('gst:service.connect')}</Button>}
      {IS_MENDED_BY_A_CHECK.has(reason) && <CheckNowButton />}
    </BlockStack>
  );
}
