import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { NotAssessedReason } from '../../../core/judgement.ts';

/** Why a check could not be assessed, and the one thing to do about it. */
export function NotAssessedLine({ reason }: { reason: NotAssessedReason }) {
  const { t } = useTranslation('checks');
  const { list } = useFormat();
  if (!('kind' in reason)) return <Text as="p">{t('reason.check-failed')}</Text>;
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
      {reason.reason === 'not-stated' && (
        <Text as="p">
          <Link url="/gst">{t('state')}</Link>
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
