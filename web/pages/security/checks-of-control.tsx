import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { OutcomeBadge } from '../../components/badges.tsx';
import { useCheckWords } from '../../words/use-check-words.ts';
import { useWords } from '../../words/use-words.ts';
import type { JudgedCheck } from './control-facts.ts';
import { SEVERITIES } from '../../../core/severity.ts';

/** Enough to know what it is about; the rest stands in the alerts. */
const MOST_FINDINGS = 5;

/** The checks behind a control, each with what it found. */
export function ChecksOfControl({ checks }: { checks: readonly JudgedCheck[] }) {
  const { t } = useTranslation('security');
  if (checks.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {t('control.checks')}
      </Text>
      {checks.map((judged) => (
        <OneCheck key={judged.check.id} judged={judged} />
      ))}
    </BlockStack>
  );
}

function OneCheck({ judged: { check, result } }: { judged: JudgedCheck }) {
  const { t } = useTranslation('security');
  const { text } = useWords();
  const { message } = useCheckWords();
  const findings = result?.findings ?? [];
  const alerts = findings.filter(({ isRemark }) => !isRemark);
  const said = (what: string, isRemark: boolean) => (isRemark ? t('common:remark', { what }) : what);
  const severity = SEVERITIES.find((one) => findings.some((finding) => finding.severity === one)) ?? check.severity;
  return (
    <BlockStack gap="150">
      <InlineStack gap="200" align="start" blockAlign="center">
        <OutcomeBadge outcome={result?.outcome ?? 'notAssessed'} severity={severity} />
        <Text as="span">{text(check.title)}</Text>
      </InlineStack>
      {findings.length > 0 && (
        <ul className="prahari-steps">
          {findings.slice(0, MOST_FINDINGS).map((finding) => (
            <li key={`${finding.subject} ${finding.messageId}`} className="prahari-wrap">
              <Text as="span">{said(message({ checkId: check.id, ...finding }), finding.isRemark)}</Text>
            </li>
          ))}
        </ul>
      )}
      {alerts.length > 0 && (
        <Text as="p">
          <Link url={`/alerts?check=${check.id}`}>{t('control.openAlerts', { count: alerts.length })}</Link>
        </Text>
      )}
    </BlockStack>
  );
}
