import { useTranslation } from 'react-i18next';
import { useSourceWords } from '../../components/reason/use-source-words.ts';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { EvidenceItem } from '../../../core/api/security.ts';

/** What is known: where each kind comes from, how fresh it is, and until when it counts. */
export function KindsTable({ items }: { items: readonly EvidenceItem[] }) {
  const { t } = useTranslation('security');
  const { dateTime, date, count } = useFormat();
  const source = useSourceWords();
  return (
    <RowTable
      caption={t('evidence.kinds')}
      rows={items}
      keyOf={({ kind }) => kind}
      columns={[
        { title: t('evidence.what'), cell: ({ kind }) => t(`common:evidence.${kind}`) },
        { title: t('evidence.from'), cell: ({ rung, kind }) => source(rung, [kind]) },
        {
          title: t('evidence.asOf'),
          cell: ({ collectedAt }) => (collectedAt === null ? '–' : dateTime(collectedAt)),
        },
        {
          title: t('evidence.until'),
          cell: ({ expiresAt }) => (expiresAt === null ? t('evidence.nextCheck') : date(expiresAt)),
        },
        { title: t('evidence.count'), isNumber: true, cell: ({ count: held }) => (held === null ? '–' : count(held)) },
      ]}
    />
  );
}
