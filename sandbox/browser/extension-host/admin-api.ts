import type { Around } from './around.ts';
import { i18nOf } from './i18n.ts';
import type { ExtensionState, FrameBoot } from './protocol.ts';
import { faultNow } from './signed-fetch.ts';

/** `shopify` as targets of the admin have it: blocks may navigate, actions may close. */
export function adminApi(boot: FrameBoot, around: Around, state: ExtensionState) {
  const isAction = boot.target.includes('action.');
  return {
    extension: { target: boot.target },
    data: { selected: state.selected ?? [] },
    i18n: i18nOf(boot),
    auth: { idToken: () => idToken(around) },
    intents: {},
    storage: memoryOfKeys(),
    query(): Promise<{ errors: readonly { message: string }[] }> {
      around.tell({ name: 'query' });
      return Promise.resolve({ errors: [{ message: 'The sandbox answers no Admin queries of extensions.' }] });
    },
    ...(isAction
      ? { close: () => around.tell({ name: 'close' }) }
      : {
          navigation: {
            navigate: (url: string | URL) => around.tell({ name: 'navigate', url: String(url), inNewTab: false }),
          },
        }),
  };
}

/** Null: the admin gives none. */
export async function idToken(around: Around): Promise<string | null> {
  return (await faultNow()) === 'token-missing' ? null : around.ask({ what: 'token' });
}

/** Lives as long as the page. */
function memoryOfKeys() {
  const kept = new Map<string, unknown>();
  const set = (key: string, value: unknown): Promise<void> => Promise.resolve(void kept.set(key, value));
  return {
    set,
    setMany: (entries: object): Promise<void> =>
      Promise.all(Object.entries(entries).map(([key, value]) => set(key, value))).then(() => undefined),
    get: (key: string) => Promise.resolve(kept.get(key)),
    getMany: (keys: readonly string[]) => Promise.resolve(keys.map((key) => kept.get(key))),
    delete: (key: string) => Promise.resolve(kept.delete(key)),
    deleteMany: (keys: readonly string[]) =>
      Promise.resolve(Object.fromEntries(keys.map((key) => [key, kept.delete(key)]))),
    clear: () => Promise.resolve(kept.clear()),
    entries: () => Promise.resolve(kept.entries()),
  };
}
