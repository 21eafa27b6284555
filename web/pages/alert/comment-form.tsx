import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_COMMENT } from '../../../core/api/alerts.ts';

interface CommentFormProps {
  readonly isBusy: boolean;
  /** `done` empties the field, once the comment is kept: what was typed is never lost. */
  readonly onAdd: (text: string, done: () => void) => void;
}

/** A few words beside an alert, for others of the shop. */
export function CommentForm({ isBusy, onAdd }: CommentFormProps) {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <BlockStack gap="200">
      <TextField
        label={t('comment.label')}
        helpText={t('comment.help')}
        value={text}
        onChange={setText}
        multiline={2}
        maxLength={LONGEST_COMMENT}
        autoComplete="off"
      />
      <InlineStack>
        <Button disabled={isEmpty} loading={isBusy} onClick={() => onAdd(text.trim(), () => setText(''))}>
          {t('comment.add')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
