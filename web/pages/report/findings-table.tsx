import { BlockStack, Button } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WholeBadge } from './whole-badge.tsx';
import { RowTable, type Column } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import type { ReportFinding } from '../../../core/report/weekly-report.ts';

const ROWS_AT_FIRST = 5;

/** Findings, gravest first: the first five, and all when asked for. */
export function FindingsTable<F extends ReportFinding>({
  caption,
  findings,
  last,
}: {
  caption: string;
  findings: readonly F[];
  /** Stands in place of the rupees. */
  last?: Column<F>;
}) {
  const { t } = useTranslation('report');
  const { count, money } = useFormat();
  const { message } = useCheckWords();
  const [isWhole, setWhole] = useState(false);
  const hasStakes = findings.some(({ atStakePaise }) => atStakePaise);
  const stakes: Column<F> = {
    title: t('changes.stake'),
    isNumber: true,
    cell: ({ atStakePaise }) => (atStakePaise ? money(atStakePaise) : t('none')),
  };
  return (
    <BlockStack gap="300" inlineAlign="start">
      <RowTable
        caption={caption}
        rows={isWhole ? findings : findings.slice(0, ROWS_AT_FIRST)}
        keyOf={({ fingerprint }) => fingerprint}
        columns={[
          { title: t('changes.what'), cell: (finding) => message(finding) },
          { title: t('changes.severity'), cell: ({ severity }) => <WholeBadge severity={severity} /> },
          ...(last ? [last] : hasStakes ? [stakes] : []),
        ]}
      />
      {!isWhole && findings.length > ROWS_AT_FIRST && (
        <Button
          variant="plain"
          onClick={() => setWhole(true)}
          accessibilityLabel={`${t('changes.all', { count: findings.length })}: ${caption}`}
        >
          {t('changes.all', { count: findings.length, shown: count(findings.length) })}
        </Button>
      )}
    </BlockStack>
  );
}
