import { Card, Page, Text } from '@shopify/polaris';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMay } from '../../api/home.ts';

interface ImportPageProps {
  readonly title: string;
  readonly back: { readonly content: string; readonly url: string };
  /** Said to whoever may not import. */
  readonly managersOnly: string;
  /** Where the import stands: the keyboard follows when it changes. */
  readonly step: 'source' | 'preview' | 'result';
  readonly children: ReactNode;
}

/** A list on its way in, in three steps: give it, look at what will be taken, see what changed. */
export function ImportPage({ title, back, managersOnly, step, children }: ImportPageProps) {
  const may = useMay();
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(step);
  // The button that was pressed is gone: the keyboard goes on where the next thing stands.
  useEffect(() => {
    if (last.current !== step) place.current?.focus();
    last.current = step;
  }, [step]);
  return (
    <Page title={title} backAction={back}>
      <div ref={place} tabIndex={-1} className="prahari-place">
        {may.isKnown && !may.manage ? (
          <Card>
            <Text as="p">{managersOnly}</Text>
          </Card>
        ) : (
          children
        )}
      </div>
    </Page>
  );
}
