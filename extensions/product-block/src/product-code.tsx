import { useState } from 'preact/hooks';
import type { ProductGst } from '../../../core/api/product-gst.ts';
import { textIn } from '../../shared/event-value.ts';
import type { Words } from '../../shared/words.ts';
import { changesOf, hsnIn } from './mending.ts';
import { PRODUCT } from './use-mending.ts';
import type { Mending } from './use-mending.ts';

interface CodeProps {
  readonly product: ProductGst;
  readonly words: Words;
  readonly mending: Mending;
  readonly open: string | null;
  readonly onOpen: (place: string | null) => void;
}

/** The code that counts for every variant without one of its own. */
export function ProductCode({ product, words, mending, open, onOpen }: CodeProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');

  function edit(): void {
    setText(product.hsn ?? '');
    setError('');
    onOpen(PRODUCT);
  }

  async function save(): Promise<void> {
    const hsn = hsnIn(text);
    if (hsn === undefined) {
      setError(words.t('mend.hsn.malformed'));
      return;
    }
    const change = changesOf(null, { hsn: product.hsn }, { hsn });
    if (change === null) {
      onOpen(null);
      return;
    }
    const { isDone, problem } = await mending.save(change);
    if (isDone) onOpen(null);
    else if (problem?.kind === 'hsn') setError(words.t(problem.key));
  }

  if (open !== PRODUCT) {
    return (
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text>{product.hsn === null ? words.t('code.none') : words.t('code.own', { hsn: product.hsn })}</s-text>
        {product.mayMend ? (
          <s-button onClick={edit} accessibilityLabel={words.t('code.editLabel')}>
            {words.t('mend.edit')}
          </s-button>
        ) : null}
      </s-stack>
    );
  }
  return (
    <s-stack direction="block" gap="small">
      <s-text-field
        label={words.t('code.label')}
        details={words.t('mend.hsn.help')}
        value={text}
        error={error}
        autocomplete="off"
        onInput={(event) => {
          setText(textIn(event));
          setError('');
        }}
      />
      <s-stack direction="inline" gap="small">
        <s-button variant="primary" loading={mending.isRunning} onClick={() => void save()}>
          {words.t('mend.save')}
        </s-button>
        <s-button onClick={() => onOpen(null)}>{words.t('mend.cancel')}</s-button>
      </s-stack>
    </s-stack>
  );
}
