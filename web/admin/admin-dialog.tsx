import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly action: { readonly label: string; readonly run: () => void; readonly isBusy?: boolean };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog over the whole admin by App Bridge's `ui-modal`, whose title and buttons sit in its own slots. Where App
 * Bridge has not defined the element, the browser's own dialog does the same inside our frame.
 */
export function AdminDialog(props: DialogProps) {
  return globalThis.customElements.get('ui-modal') ? <BridgeDialog {...props} /> : <BrowserDialog {...props} />;
}

function BridgeDialog({ isOpen, title, action, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const [modal, setModal] = useState<UIModalElement | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!modal) return undefined;
    const hidden = () => close.current();
    modal.addEventListener('hide', hidden);
    return () => modal.removeEventListener('hide', hidden);
  }, [modal]);

  useEffect(() => {
    if (!modal) return;
    void (isOpen ? modal.show() : modal.hide());
  }, [modal, isOpen]);

  const refer = { ref: setModal };
  return (
    <ui-modal {...refer}>
      <ui-title-bar title={title}>
        <button variant="primary" onClick={action.run} disabled={action.isBusy === true}>
          {action.label}
        </button>
        <button onClick={onClose}>{t('act.cancel')}</button>
      </ui-title-bar>
      {modal &&
        isOpen &&
        createPortal(<div style={{ padding: 'var(--p-space-400)' }}>{children}</div>, modal.content ?? modal)}
    </ui-modal>
  );
}

function BrowserDialog({ isOpen, title, action, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return undefined;
    element.showModal();
    return () => element.close();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className="prahari-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd" id={titleId}>
          {title}
        </Text>
        {children}
        <InlineStack gap="200" align="end">
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button variant="primary" loading={action.isBusy ?? false} onClick={action.run}>
            {action.label}
          </Button>
        </InlineStack>
      </BlockStack>
    </dialog>
  );
}
