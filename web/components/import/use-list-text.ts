import { useState } from 'react';
import { MOST_IMPORT_KB } from '../../../core/api/people.ts';
import { readList, type ListFault } from './read-list.ts';

interface ListText {
  /** Why the last list was not taken. */
  readonly fault: ListFault | null;
  readonly takeFile: (file: File | undefined) => void;
  readonly takePasted: (text: string) => void;
}

/** Hands on the text of a list, from a file or pasted, once nothing is wrong with it. */
export function useListText(onText: (text: string) => void): ListText {
  const [fault, setFault] = useState<ListFault | null>(null);
  return {
    fault,
    takeFile(file) {
      setFault(null);
      void readList(file).then((list) => (list.kind === 'read' ? onText(list.csv) : setFault(list.fault)));
    },
    takePasted(text) {
      const isLong = new Blob([text]).size > MOST_IMPORT_KB * 1024;
      setFault(isLong ? 'too-large' : null);
      if (!isLong) onText(text);
    },
  };
}
