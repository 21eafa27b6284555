import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { auditFile, evidencePack } from '../../api/audit.ts';
import { KEYS } from '../../api/keys.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { saveFile } from '../../components/save-file.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useLanguage } from '../../i18n/use-language.ts';

const FILES = ['pack', 'json', 'csv'] as const;
type File = (typeof FILES)[number];

/** The evidence pack, and the log alone as a file. Each file leaves its own line in the log. */
export function FilesCard() {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const client = useQueryClient();
  const file = useMutation({
    mutationFn: (what: File) => (what === 'pack' ? evidencePack(language) : auditFile(what, language)),
    onSuccess: (blob, what) => {
      const day = indiaDay(new Date().toISOString());
      saveFile(what === 'pack' ? `prahari-evidence-${day}.zip` : `prahari-audit-log-${day}.${what}`, blob, blob.type);
      toast(t('common:toast.exported'));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.allAudit }),
  });
  const isMaking = (what: File) => file.isPending && file.variables === what;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('files.title')}
        </Text>
        <Text as="p" tone="subdued">
          {t('files.words')}
        </Text>
        <InlineStack gap="300">
          {FILES.map((what) => (
            <Button key={what} onClick={() => file.mutate(what)} loading={isMaking(what)} disabled={file.isPending}>
              {t(`files.${what}`)}
            </Button>
          ))}
        </InlineStack>
        <div role="status">{isMaking('pack') && <Text as="p">{t('files.making')}</Text>}</div>
        <ActProblem id="audit-file" error={file.error} />
      </BlockStack>
    </Card>
  );
}
