import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { useUndoVendorImport, type VendorImportResult } from '../../api/vendors.ts';
import { TakenList } from '../../components/import/taken-list.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What the list changed, and the way back. */
export function ListResultCard({ result, onStartOver }: { result: VendorImportResult; onStartOver: () => void }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const may = useMay();
  const undo = useUndoVendorImport();
  return (
    <TakenList
      title={t(undo.isSuccess ? 'result.undone' : 'result.title')}
      words={t(undo.isSuccess ? 'result.undoneWords' : 'result.words')}
      facts={
        undo.isSuccess
          ? []
          : (['added', 'updated'] as const).map((name) => ({ name: t(`result.${name}`), value: count(result[name]) }))
      }
      see={{ label: t('result.see'), url: '/vendors' }}
      undo={
        undo.isSuccess
          ? null
          : {
              ...{ label: t('result.undo'), isBusy: undo.isPending, isAllowed: may.manage },
              run: () => undo.mutate(result.importId, { onSuccess: () => toast(t('result.undone')) }),
            }
      }
      another={{ label: t('result.another'), run: onStartOver }}
      error={undo.error}
    />
  );
}
