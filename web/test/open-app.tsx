import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '../api/query-client.ts';
import { App } from '../app.tsx';
import { createTexts } from '../i18n/start.ts';
import { fakeApi, type Held } from './fake-api.ts';
import { fakeAdmin } from './fake-admin.ts';
import './patience.ts';

/** jsdom lays out nothing, and Polaris puts tabs that do not fit behind a menu: here they fit. */
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', {
  configurable: true,
  get(this: HTMLElement) {
    return this.tagName === 'BUTTON' ? 40 : 800;
  },
});

/** Opens the whole app at an address, over a fake server and a fake admin. */
export async function openApp(address: string, parts: Partial<Held> = {}, locale = 'en-IN') {
  const { held, fetch } = fakeApi(parts);
  const admin = fakeAdmin(locale);
  Object.assign(globalThis, { fetch, shopify: admin.shopify });
  localStorage.clear();
  globalThis.history.replaceState(null, '', address);
  const texts = await createTexts(locale.startsWith('hi') ? 'hi' : 'en');
  const queries = createQueryClient({ retries: 0 });
  const view = render(<App queries={queries} texts={texts} />);
  return { ...view, held, told: admin.told, queries, user: userEvent.setup({ delay: null }) };
}
