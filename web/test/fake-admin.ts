/** App Bridge's dialog, as far as we use it: children stay where they are, and hiding is told. */
class FakeModal extends HTMLElement {
  isShown = false;

  show(): Promise<void> {
    this.isShown = true;
    return Promise.resolve();
  }

  hide(): Promise<void> {
    if (this.isShown) this.dispatchEvent(new Event('hide'));
    this.isShown = false;
    return Promise.resolve();
  }
}

/** The admin around the frame, as far as we ask it: it keeps what it was told. */
export function fakeAdmin(locale: string) {
  if (!customElements.get('ui-modal')) customElements.define('ui-modal', FakeModal);
  const told = {
    toasts: [] as { words: string; undo?: () => void }[],
    saveBars: new Set<string>(),
    askedScopes: [] as string[][],
    grants: true,
  };
  const shopify = {
    config: { locale },
    idToken: () => Promise.resolve('a-token'),
    toast: {
      show: (words: string, options: { onAction?: () => void } = {}) => {
        told.toasts.push({ words, ...(options.onAction && { undo: options.onAction }) });
        return '1';
      },
    },
    saveBar: {
      show: (id: string) => Promise.resolve(void told.saveBars.add(id)),
      hide: (id: string) => Promise.resolve(void told.saveBars.delete(id)),
      leaveConfirmation: () => Promise.resolve(),
    },
    scopes: {
      request: (scopes: string[]) => {
        told.askedScopes.push(scopes);
        return Promise.resolve({ result: told.grants ? 'granted-all' : 'declined-all' });
      },
    },
  };
  return { shopify, told };
}
