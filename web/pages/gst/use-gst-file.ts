import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { GST_FILES, gstFile, type GstFile } from '../../api/gst.ts';
import { saveFile } from '../../components/save-file.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** The whole list behind a card as a file, in the reader's language. */
export function useGstFile(file: GstFile) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, ending, type } = GST_FILES[file];
  const save = useMutation({
    mutationFn: () => gstFile(file, language),
    onSuccess: (text) => {
      saveFile(`${name}-${indiaDay(new Date().toISOString())}.${ending}`, text, type);
      toast(t('toast.fileSaved'));
    },
  });
  return { run: () => save.mutate(), isPending: save.isPending, error: save.error };
}
