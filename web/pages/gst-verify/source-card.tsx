import { Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFile } from '../../components/import/list-file.tsx';
import { useFormat } from '../../format/use-format.ts';
import { MOST_ROWS } from './bulk-book.ts';
import type { BulkProblem } from './bulk-messages.ts';
import type { BulkSource } from './use-bulk-verify.ts';

/** A longer paste is judged at once: no text field is made for a megabyte. */
const LONGEST_IN_FIELD = 20_000;

interface SourceCardProps {
  readonly trouble: BulkProblem | 'stopped' | null;
  readonly onStart: (source: BulkSource) => void;
}

/** A file by drop or choice, or pasted text. */
export function SourceCard({ trouble, onStart }: SourceCardProps) {
  const { t } = useTranslation('verify');
  const { count } = useFormat();
  const [pasted, setPasted] = useState('');
  const [isWrongType, setWrongType] = useState(false);

  const take = (file: File | undefined) => {
    setWrongType(!file);
    if (file) onStart({ content: file, name: file.name });
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= LONGEST_IN_FIELD) return;
    event.preventDefault();
    onStart({ content: text, name: t('paste.name') });
  };

  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="p">{t('words')}</Text>
          <Text as="p" tone="subdued">
            {t('private')}
          </Text>
        </BlockStack>
        <div role="status">
          {(isWrongType || trouble) && (
            <Banner tone={trouble === 'stopped' ? 'info' : 'warning'}>
              <Text as="p">{isWrongType || !trouble ? t('file.wrongType') : t(`trouble.${trouble}`)}</Text>
            </Banner>
          )}
        </div>
        <ListFile
          title={t('file.title')}
          label={t('file.label')}
          choose={t('file.choose')}
          hint={t('file.hint', { most: count(MOST_ROWS) })}
          onFile={take}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onStart({ content: pasted, name: t('paste.name') });
          }}
        >
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t('paste.title')}
            </Text>
            <div onPaste={paste}>
              <TextField
                label={t('paste.label')}
                value={pasted}
                onChange={setPasted}
                multiline={5}
                maxHeight="16rem"
                autoComplete="off"
                spellCheck={false}
                monospaced
              />
            </div>
            <InlineStack>
              <Button submit variant="primary" disabled={pasted.trim() === ''}>
                {t('paste.go')}
              </Button>
            </InlineStack>
          </BlockStack>
        </form>
      </BlockStack>
    </Card>
  );
}
