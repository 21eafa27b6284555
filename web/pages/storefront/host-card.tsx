import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { PROBE_LOOKS } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import { BlockedNote } from './blocked-note.tsx';
import { CookieSection, CspSection, FormSection, RedirectSection } from './host-sections.tsx';
import { GradeSection } from './grade-section.tsx';
import { ScriptSection } from './script-section.tsx';
import { TlsSection } from './tls-section.tsx';
import type { StorefrontBoard } from '../../../core/api/security.ts';

export type SeenHost = StorefrontBoard['hosts'][number];

/** One host: how the visit ended, and what was seen, part by part. */
export function HostCard({ host }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  const { dateTime } = useFormat();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="start" gap="200">
            <div className="prahari-wrap">
              <Text as="h2" variant="headingMd">
                {host.host}
              </Text>
            </div>
            <Badge {...PROBE_LOOKS[host.outcome]} toneAndProgressLabelOverride={t('visit.label')}>
              {t(`visit.${host.outcome}`)}
            </Badge>
          </InlineStack>
          <Text as="p" tone="subdued">
            {t(host.listedBy === 'own' ? 'visit.own' : 'visit.shopify', { time: dateTime(host.visitedAt) })}
          </Text>
        </BlockStack>
        {host.outcome !== 'answered' && <Text as="p">{t(`visitNext.${host.outcome}`)}</Text>}
        {host.outcome === 'blocked' && <BlockedNote host={host.host} endsOn={host.signatureEndsOn} />}
        {host.isPlatformHosted && host.grade !== null && (
          <Text as="p" tone="subdued">
            {t('platform.words')}
          </Text>
        )}
        {host.grade && <GradeSection grade={host.grade} isPlatform={host.isPlatformHosted} />}
        {host.tls && <TlsSection tls={host.tls} visitedAt={host.visitedAt} />}
        {host.httpChain.length > 0 && <RedirectSection host={host} />}
        {host.outcome === 'answered' && host.pages.length === 0 && <Text as="p">{t('leadsOn')}</Text>}
        {host.pages.length > 0 && (
          <>
            <ScriptSection host={host} />
            <FormSection host={host} />
            <CookieSection host={host} />
            <CspSection host={host} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
