import { BlockStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { AdminDialog } from '../admin/admin-dialog.tsx';
import { ActProblem } from './act-problem.tsx';

interface MergeDialogProps {
  readonly title: string;
  readonly words: string;
  readonly action: string;
  /** Of the choice, and what asks for one. */
  readonly into: string;
  readonly choose: string;
  /** Undefined while they come. */
  readonly others: readonly { readonly id: string; readonly name: string }[] | undefined;
  /** Said where there is nobody to merge with. */
  readonly nobody: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onMerge: (into: string) => void;
  readonly onClose: () => void;
}

/** Two rows that are one: what belongs to this one goes to the one that is chosen. */
export function MergeDialog(props: MergeDialogProps) {
  const [into, setInto] = useState('');
  const [isAsked, setAsked] = useState(false);
  const run = () => {
    setAsked(true);
    if (into !== '') props.onMerge(into);
  };
  return (
    <AdminDialog
      isOpen
      title={props.title}
      action={{ label: props.action, run, isBusy: props.isBusy }}
      onClose={props.onClose}
    >
      <BlockStack gap="400">
        <Text as="p">{props.words}</Text>
        <Select
          label={props.into}
          options={[
            { value: '', label: props.choose },
            ...(props.others ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={into}
          onChange={setInto}
          error={isAsked && into === '' && props.choose}
        />
        {props.others?.length === 0 && <Text as="p">{props.nobody}</Text>}
        <ActProblem id="merge" error={props.error} />
      </BlockStack>
    </AdminDialog>
  );
}
