import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { VERDICT_LOOKS } from '../../components/tones.ts';
import { useFormat } from '../../format/use-format.ts';
import { Section } from './section.tsx';
import { TLS_VERSIONS, type TlsReport, type TlsVersion } from '../../../core/evidence/storefront.ts';
import type { Instant } from '../../../core/time.ts';

const DAY_MS = 86_400_000;
/** Most certificates are made for so long; the bar is full then. */
const USUAL_DAYS = 90;
const OLD: ReadonlySet<TlsVersion> = new Set(['TLSv1', 'TLSv1.1']);

/** Which versions of TLS the host takes, and how long its certificate lasts. */
export function TlsSection({ tls, visitedAt }: { tls: TlsReport; visitedAt: Instant }) {
  const { t } = useTranslation('storefront');
  const { date, count } = useFormat();
  const days = tls.validTo === null ? null : Math.floor((Date.parse(tls.validTo) - Date.parse(visitedAt)) / DAY_MS);
  const words =
    days === null || tls.validTo === null
      ? t('tls.endUnknown')
      : t(days < 0 ? 'tls.ended' : 'tls.ends', {
          date: date(tls.validTo),
          count: Math.abs(days),
          shown: count(Math.abs(days)),
        });
  return (
    <Section title={t('tls.title')} sum={words}>
      <BlockStack gap="300">
        <Text as="p">
          {tls.fault !== null
            ? t('tls.fault', { code: tls.fault })
            : !tls.isNameRight
              ? t('tls.otherName')
              : tls.isTrusted
                ? t('tls.trusted', { issuer: tls.issuer ?? t('tls.issuerUnknown') })
                : t('tls.untrusted')}
        </Text>
        {days !== null && (
          <InlineStack gap="200" blockAlign="center">
            <span className="prahari-bar" {...(days >= 14 && { 'data-good': true })} aria-hidden="true">
              <div style={{ width: `${Math.max(0, Math.min(100, (days / USUAL_DAYS) * 100))}%` }} />
            </span>
            <Text as="span">{words}</Text>
          </InlineStack>
        )}
        <ul className="prahari-chips">
          {TLS_VERSIONS.map((version) => (
            <li key={version}>
              <VersionBadge version={version} isTaken={tls.versions[version]} />
            </li>
          ))}
        </ul>
      </BlockStack>
    </Section>
  );
}

/** The two old versions are good when they are refused, the two new ones when they are taken. */
function VersionBadge({ version, isTaken }: { version: TlsVersion; isTaken: boolean | null }) {
  const { t } = useTranslation('storefront');
  const outcome = isTaken === null ? 'unknown' : isTaken === OLD.has(version) ? 'warn' : 'pass';
  // A host without the newest version is not at fault for it.
  const look = VERDICT_LOOKS[version === 'TLSv1.3' && isTaken === false ? 'told' : outcome];
  return (
    <Badge {...look} toneAndProgressLabelOverride={t('common:outcome.label')}>
      {`TLS ${version === 'TLSv1' ? '1.0' : version.slice(4)}: ${t(isTaken === null ? 'tls.notTried' : isTaken ? 'tls.taken' : 'tls.refused')}`}
    </Badge>
  );
}
