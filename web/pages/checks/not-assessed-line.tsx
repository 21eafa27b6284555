import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { OWN_PAGES, ownPageFor } from '../../words/own-page.ts';
import type { UnavailableReason } from '../../../core/evidence/snapshot.ts';
import type { NotAssessedReason } from '../../../core/judgement.ts';

const IS_BROUGHT_BY_HAND: ReadonlySet<UnavailableReason> = new Set([
  'not-stated',
  'expired',
  'too-little',
  'switched-off',
  'blocked',
]);

/** Why a check could not be assessed, and the one thing to do about it. */
export function NotAssessedLine({ reason }: { reason: NotAssessedReason }) {
  const { t } = useTranslation('checks');
  const { list } = useFormat();
  if (!('kind' in reason)) return <Text as="p">{t('reason.check-failed')}</Text>;
  // What only the merchant can bring, or bring again.
  const page = IS_BROUGHT_BY_HAND.has(reason.reason) ? ownPageFor([reason.kind]) : null;
  const what = t(`common:evidence.${reason.kind}`);
  return (
    <BlockStack gap="100">
      <Text as="p">{t(`reason.${reason.reason}`, { what })}</Text>
      {reason.reason === 'not-permitted' && reason.missingScopes.length > 0 && (
        <Text as="p">
          <Link url="/settings">
            {t('allow', {
              scopes: list(reason.missingScopes.map((scope) => t(`settings:scope.${scope}`, { defaultValue: scope }))),
            })}
          </Link>
        </Text>
      )}
      {reason.reason === 'not-connected' && (
        <Text as="p">
          <Link url="/settings">{t('connect')}</Link>
        </Text>
      )}
      {page !== null && (
        <Text as="p">
          <Link url={OWN_PAGES[page]}>{t(`alerts:mend.own.${page}`)}</Link>
        </Text>
      )}
      {reason.reason === 'not-asked' && (
        <Text as="p">
          <Link url="/gst">{t('seeLookUps')}</Link>
        </Text>
      )}
    </BlockStack>
  );
}
