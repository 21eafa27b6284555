import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';

interface ListPasteProps {
  readonly label: string;
  readonly help?: string;
  readonly look: string;
  readonly initial?: string;
  readonly isBusy: boolean;
  readonly onText: (text: string) => void;
  /** Stands beside the button. */
  readonly children?: ReactNode;
}

/** A list as pasted text. */
export function ListPaste({ label, help, look, initial = '', isBusy, onText, children }: ListPasteProps) {
  const [pasted, setPasted] = useState(initial);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onText(pasted);
      }}
    >
      <BlockStack gap="200">
        <TextField
          label={label}
          helpText={help}
          value={pasted}
          onChange={setPasted}
          multiline={6}
          maxHeight="16rem"
          autoComplete="off"
          spellCheck={false}
          monospaced
        />
        <InlineStack gap="200">
          <Button submit variant="primary" loading={isBusy} disabled={pasted.trim() === ''}>
            {look}
          </Button>
          {children}
        </InlineStack>
      </BlockStack>
    </form>
  );
}
