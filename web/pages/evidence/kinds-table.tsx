import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSourceWords } from '../../components/reason/use-source-words.ts';
import { ReasonLine } from '../../components/reason/reason-line.tsx';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { EvidenceItem } from '../../../core/api/security.ts';
import { QUESTIONS } from '../../../core/data/questions.ts';

interface KindsTableProps {
  readonly items: readonly EvidenceItem[];
  readonly onAnswer: (questionId: string) => void;
}

/** Each kind of evidence: what is missing stands first, with why and what to do. */
export function KindsTable({ items, onAnswer }: KindsTableProps) {
  const { t } = useTranslation('security');
  const { dateTime, date, count } = useFormat();
  const source = useSourceWords();
  return (
    <RowTable
      caption={t('evidence.kinds')}
      rows={sortedKinds(items)}
      keyOf={({ kind }) => kind}
      columns={[
        { title: t('evidence.what'), cell: ({ kind }) => t(`common:evidence.${kind}`) },
        {
          title: t('evidence.from'),
          cell: ({ rung, kind }) => source(rung, [kind]),
        },
        {
          title: t('evidence.asOf'),
          cell: ({ collectedAt, reason }) => (collectedAt === null || reason !== null ? '–' : dateTime(collectedAt)),
        },
        {
          title: t('evidence.until'),
          cell: ({ expiresAt, reason }) =>
            reason !== null ? '–' : expiresAt === null ? t('evidence.nextCheck') : date(expiresAt),
        },
        { title: t('evidence.count'), isNumber: true, cell: ({ count: held }) => (held === null ? '–' : count(held)) },
        {
          title: t('evidence.state'),
          cell: ({ kind, reason, missingScopes }) =>
            reason === null ? (
              <Text as="span">{t('evidence.there')}</Text>
            ) : (
              <ReasonLine
                reason={{ kind, reason, missingScopes }}
                questions={QUESTIONS}
                onAnswer={onAnswer}
                hasCheckButton={false}
              />
            ),
        },
      ]}
    />
  );
}

/** What is missing comes first: there is something to do. Otherwise the order of the server. */
export function sortedKinds(items: readonly EvidenceItem[]): readonly EvidenceItem[] {
  const [missing, there] = [items.filter(isMissing), items.filter((item) => !isMissing(item))];
  return [...missing, ...there];
}

function isMissing({ reason }: EvidenceItem): boolean {
  return reason !== null;
}
