import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useUndoImport } from '../../api/people.ts';
import { TakenList } from '../../components/import/taken-list.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { ImportResult } from '../../../core/api/people.ts';

/** What the list changed, and the way back. */
export function ImportResultCard({ result, onStartOver }: { result: ImportResult; onStartOver: () => void }) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const may = useMay();
  const undo = useUndoImport();
  return (
    <TakenList
      title={t(undo.isSuccess ? 'result.undone' : 'result.title')}
      words={t(undo.isSuccess ? 'result.undoneWords' : 'result.words')}
      facts={
        undo.isSuccess
          ? []
          : (['added', 'updated', 'gone', 'skipped'] as const).map((name) => ({
              name: t(`result.${name}`),
              value: count(result[name]),
            }))
      }
      see={{ label: t('result.see'), url: '/people' }}
      undo={
        undo.isSuccess
          ? null
          : {
              ...{ label: t('result.undo'), isBusy: undo.isPending, isAllowed: may.manage },
              run: () => undo.mutate(result.importId, { onSuccess: () => toast(t('result.undoneToast')) }),
            }
      }
      another={{ label: t('result.another'), run: onStartOver }}
      error={undo.error}
    />
  );
}
