import { BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { OutcomeBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { useWords } from '../../words/use-words.ts';
import { checkOf } from '../../words/alert-words.ts';
import { NotAssessedLine } from './not-assessed-line.tsx';
import type { BoardRow } from './board.ts';

/** Enough to know what it is about; the rest stands in the alerts. */
const MOST_FINDINGS = 5;

/** One check: its situation as it should be, what was found, and its points. */
export function CheckRow({ row: { result, part, severity } }: { row: BoardRow }) {
  const { t } = useTranslation('checks');
  const { text } = useWords();
  const { title, message } = useCheckWords();
  const { count } = useFormat();
  const check = checkOf(result);
  const said = (what: string, isRemark: boolean) => (isRemark ? t('common:remark', { what }) : what);
  return (
    <Box padding="400">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              {title(result.checkId)}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {[check && text(check.rule.name), result.rung && t('standsOn', { rung: t(`alerts:rung.${result.rung}`) })]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </BlockStack>
          <BlockStack gap="100" inlineAlign="end">
            <OutcomeBadge outcome={result.outcome} severity={severity ?? check?.severity ?? 'medium'} />
            <span className="prahari-nowrap">
              <Text as="span" variant="bodySm" tone="subdued">
                {part.points === null
                  ? t('points.none')
                  : t('points.some', { points: count(part.points), count: part.weight })}
              </Text>
            </span>
          </BlockStack>
        </InlineStack>
        {result.findings.length > 0 && (
          <ul className="prahari-steps">
            {result.findings.slice(0, MOST_FINDINGS).map((finding) => (
              <li key={`${finding.subject} ${finding.messageId}`} className="prahari-wrap">
                <Text as="span">{said(message({ checkId: result.checkId, ...finding }), finding.isRemark)}</Text>
              </li>
            ))}
          </ul>
        )}
        {result.findings.length > MOST_FINDINGS && (
          <Link url="/alerts">{t('moreFindings', { count: result.findings.length - MOST_FINDINGS })}</Link>
        )}
        {result.notAssessed.map((reason) => (
          <NotAssessedLine key={'kind' in reason ? reason.kind : reason.reason} reason={reason} />
        ))}
      </BlockStack>
    </Box>
  );
}
