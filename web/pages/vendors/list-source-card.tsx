import { BlockStack, Button, Card, InlineError, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ActProblem } from '../../components/act-problem.tsx';
import { ListFile } from '../../components/import/list-file.tsx';
import { ListPaste } from '../../components/import/list-paste.tsx';
import { useListText } from '../../components/import/use-list-text.ts';
import { saveFile } from '../../components/save-file.ts';
import { useFormat } from '../../format/use-format.ts';
import { listRefusal } from './list-refusal.ts';
import { MOST_IMPORT_KB } from '../../../core/api/people.ts';

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
  const { fault, takeFile, takePasted } = useListText(onLook);
  const refusal = listRefusal(error);
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
        <ListPaste
          label={t('import.paste')}
          help={t('import.pasteHelp')}
          look={t('import.look')}
          initial={initial}
          isBusy={isBusy}
          onText={takePasted}
        >
          <Button variant="plain" onClick={() => saveFile('prahari-vendors-template.csv', TEMPLATE)}>
            {t('import.template')}
          </Button>
        </ListPaste>
        <ListFile
          title={t('import.file')}
          choose={t('import.choose')}
          hint={t('import.hint', { rows: count(MOST_LINES), size: count(MOST_IMPORT_KB) })}
          onFile={takeFile}
        />
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
