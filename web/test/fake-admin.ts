/** The admin around the frame, as far as we ask it: it keeps what it was told. */
export function fakeAdmin(locale: string) {
  const told = {
    toasts: [] as { words: string; action?: () => void }[],
    saveBars: new Set<string>(),
    askedScopes: [] as string[][],
    grants: true,
  };
  const shopify = {
    config: { locale },
    idToken: () => Promise.resolve('a-token'),
    toast: {
      show: (words: string, options: { onAction?: () => void } = {}) => {
        told.toasts.push({ words, ...(options.onAction && { action: options.onAction }) });
        return '1';
      },
    },
    saveBar: {
      show: (id: string) => Promise.resolve(void told.saveBars.add(id)),
      hide: (id: string) => Promise.resolve(void told.saveBars.delete(id)),
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
