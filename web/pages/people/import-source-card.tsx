import { BlockStack, Button, Card, ChoiceList, List, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { ListFile } from '../../components/import/list-file.tsx';
import { ListPaste } from '../../components/import/list-paste.tsx';
import { useListText } from '../../components/import/use-list-text.ts';
import { saveFile } from '../../components/save-file.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { MOST_IMPORT_KB, MOST_IMPORT_ROWS, type ImportRequest } from '../../../core/api/people.ts';
import { SENSITIVE_SERVICES, SERVICE_NAMES, type SensitiveService } from '../../../core/data/sensitive-services.ts';

/** The columns that we know under these names; invented rows of nobody. */
const TEMPLATE = [
  'name,email,role,active,owner,two-step verification,two-step required,last sign-in',
  'Asha Invented,asha@invented-shop.example,Owner,yes,yes,app,yes,2026-11-20',
  '',
].join('\r\n');

interface ImportSourceCardProps {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onLook: (request: ImportRequest) => void;
}

/** Which list it is, and the list itself: a file by drop or choice, or pasted text. */
export function ImportSourceCard({ isBusy, error, onLook }: ImportSourceCardProps) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const { text } = useWords();
  const [source, setSource] = useState<ImportRequest['source']>('users-export');
  const [service, setService] = useState<SensitiveService>('mail');
  const { fault, takeFile, takePasted } = useListText((csv) =>
    onLook({ csv, source, service: source === 'users-export' ? 'shopify' : service, columns: {} }),
  );
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title={t('import.which')}
          choices={[
            { value: 'users-export', label: t('import.usersExport'), helpText: t('import.usersExportHelp') },
            { value: 'csv', label: t('import.other'), helpText: t('import.otherHelp') },
          ]}
          selected={[source]}
          onChange={([value]) => setSource(value === 'csv' ? 'csv' : 'users-export')}
        />
        {source === 'users-export' ? (
          <List type="number">
            <List.Item>{t('import.step1')}</List.Item>
            <List.Item>{t('import.step2')}</List.Item>
            <List.Item>{t('import.step3')}</List.Item>
          </List>
        ) : (
          <BlockStack gap="300" inlineAlign="start">
            <Select
              label={t('import.service')}
              options={SENSITIVE_SERVICES.map((value) => ({ value, label: text(SERVICE_NAMES[value]) }))}
              value={service}
              onChange={(value) => setService(SENSITIVE_SERVICES.find((known) => known === value) ?? service)}
            />
            <Button variant="plain" onClick={() => saveFile('prahari-people-template.csv', TEMPLATE)}>
              {t('import.template')}
            </Button>
          </BlockStack>
        )}
        <Text as="p" tone="subdued">
          {t('import.honest')}
        </Text>
        <BlockStack gap="200">
          <ListFile
            title={t('import.file')}
            choose={t('import.choose')}
            hint={t('import.hint', { rows: count(MOST_IMPORT_ROWS), size: count(MOST_IMPORT_KB) })}
            onFile={takeFile}
          />
          <div role="alert">
            {fault && <Text as="p">{t(`import.fault.${fault}`, { size: count(MOST_IMPORT_KB) })}</Text>}
          </div>
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('import.paste')}
          </Text>
          <ListPaste label={t('import.pasteLabel')} look={t('import.look')} isBusy={isBusy} onText={takePasted} />
        </BlockStack>
        <ActProblem id="import-look" error={error} />
      </BlockStack>
    </Card>
  );
}
