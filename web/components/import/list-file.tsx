import { BlockStack, DropZone, Text } from '@shopify/polaris';

const TEXT_FILES = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values';

interface ListFileProps {
  readonly title: string;
  /** Of the field, where the title does not say it. */
  readonly label?: string;
  readonly choose: string;
  readonly hint: string;
  /** Undefined: a file of another type was dropped. */
  readonly onFile: (file: File | undefined) => void;
}

/** A list as a text file, by drop or choice. */
export function ListFile({ title, label = title, choose, hint, onFile }: ListFileProps) {
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      <DropZone
        accept={TEXT_FILES}
        allowMultiple={false}
        label={label}
        labelHidden
        onDrop={(_all, [file]) => onFile(file)}
      >
        <DropZone.FileUpload actionTitle={choose} actionHint={hint} />
      </DropZone>
    </BlockStack>
  );
}
