import { BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useMay } from '../../api/home.ts';
import { scriptFile } from '../../api/scripts.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { saveFile } from '../../components/save-file.ts';
import { indiaDay } from '../../format/calendar.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { EXPORT_FORMATS, SCRIPT_EXPORTS, type ExportFormat, type ScriptExport } from '../../../core/api/scripts.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
};

/** The inventory, the log and the statement as files. */
export function FilesCard() {
  const { t } = useTranslation('scripts');
  const language = useLanguage();
  const may = useMay();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const save = (what: ScriptExport, format: ExportFormat) => {
    setError(null);
    setBusy(`${what} ${format}`);
    scriptFile(what, format, language)
      .then(
        (file) => {
          saveFile(`prahari-scripts-${what}-${indiaDay(new Date().toISOString())}.${format}`, file, TYPES[format]);
          toast(t('common:toast.fileSaved'));
        },
        (problem: unknown) => setError(problem),
      )
      .finally(() => setBusy(null));
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('files.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('files.words')}
          </Text>
          {may.isKnown && !may.manage && (
            <Text as="p" tone="subdued">
              {t('files.managers')}
            </Text>
          )}
        </BlockStack>
        {SCRIPT_EXPORTS.map((what) => (
          <InlineStack key={what} align="space-between" blockAlign="start" gap="200">
            <BlockStack gap="050">
              <Text as="h3" variant="headingSm">
                {t(`files.${what}`)}
              </Text>
              <Text as="p" tone="subdued">
                {t(`files.${what}Words`)}
              </Text>
            </BlockStack>
            <ButtonGroup>
              {EXPORT_FORMATS.map((format) => (
                <Button
                  key={format}
                  disabled={!may.manage}
                  loading={busy === `${what} ${format}`}
                  accessibilityLabel={t('files.get', { what: t(`files.${what}`), format: format.toUpperCase() })}
                  onClick={() => save(what, format)}
                >
                  {format.toUpperCase()}
                </Button>
              ))}
            </ButtonGroup>
          </InlineStack>
        ))}
        <ActProblem id="script-files" error={error} />
      </BlockStack>
    </Card>
  );
}
