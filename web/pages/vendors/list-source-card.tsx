import { BlockStack, Button, Card, DropZone, InlineError, InlineStack, List, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useFormat } from '../../format/use-format.ts';
import { readList, type ListFault } from '../people/read-list.ts';
import { listRefusal } from './list-refusal.ts';
import { MOST_IMPORT_KB } from '../../../core/api/people.ts';

const TEXT_FILES = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values';
/** The server takes no more lines. */
const MOST_LINES = 1_000;
/** The columns that we know under these names; an invented row of nobody. */
const TEMPLATE = [
  'name,kind,handle,hosts,purpose,owner,data,permissions',
  'Invented Reviews,app,invented-reviews,reviews.example,Reviews on product pages,Asha Invented,customers; orders,read_products; read_customers',
  '',
].join('\r\n');

interface ListSourceCardProps {
  readonly initial: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onLook: (text: string) => void;
}

/** The list itself: pasted text, or a file by drop or choice. */
export function ListSourceCard({ initial, isBusy, error, onLook }: ListSourceCardProps) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const [pasted, setPasted] = useState(initial);
  const [fault, setFault] = useState<ListFault | null>(null);
  const refusal = listRefusal(error);

  const drop = (_all: File[], [file]: File[]) => {
    setFault(null);
    void readList(file).then((list) => (list.kind === 'read' ? onLook(list.csv) : setFault(list.fault)));
  };
  const takePasted = () => {
    const isLong = new Blob([pasted]).size > MOST_IMPORT_KB * 1024;
    setFault(isLong ? 'too-large' : null);
    if (!isLong) onLook(pasted);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('import.how')}
          </Text>
          <List type="number">
            <List.Item>{t('import.step1')}</List.Item>
            <List.Item>{t('import.step2')}</List.Item>
            <List.Item>{t('import.step3')}</List.Item>
          </List>
        </BlockStack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            takePasted();
          }}
        >
          <BlockStack gap="200">
            <TextField
              label={t('import.paste')}
              helpText={t('import.pasteHelp')}
              value={pasted}
              onChange={setPasted}
              multiline={6}
              maxHeight="16rem"
              autoComplete="off"
              spellCheck={false}
            />
            <InlineStack gap="200">
              <Button submit variant="primary" loading={isBusy} disabled={pasted.trim() === ''}>
                {t('import.look')}
              </Button>
              <Button variant="plain" onClick={() => saveFile('prahari-vendors-template.csv', TEMPLATE)}>
                {t('import.template')}
              </Button>
            </InlineStack>
          </BlockStack>
        </form>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('import.file')}
          </Text>
          <DropZone accept={TEXT_FILES} allowMultiple={false} label={t('import.file')} labelHidden onDrop={drop}>
            <DropZone.FileUpload
              actionTitle={t('import.choose')}
              actionHint={t('import.hint', { rows: count(MOST_LINES), size: count(MOST_IMPORT_KB) })}
            />
          </DropZone>
        </BlockStack>
        <div role="alert">
          {(fault ?? refusal) !== null && (
            <InlineError
              fieldID="vendor-list"
              message={t(`import.fault.${fault ?? refusal ?? 'unreadable'}`, {
                size: count(MOST_IMPORT_KB),
                rows: count(MOST_LINES),
              })}
            />
          )}
        </div>
        {refusal === null && <ActProblem id="vendor-list-look" error={error} />}
      </BlockStack>
    </Card>
  );
}
