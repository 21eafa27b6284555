import type { ShopDescription } from '../../core.ts';
import { boot } from './boot.ts';

/** The sandbox's control interface, for this shop. */
export const control = {
  describe: (): Promise<ShopDescription> => call<ShopDescription>('GET', ''),
  mend: (defect: string) => call('POST', '/mend', { defect }),
  plant: (defect: string) => call('POST', '/plant', { defect }),
  faults: (faults: object) => call('POST', '/faults', faults),
  orders: (held: number) => call('POST', '/orders', { held }),
  webhook: (topic: string) => call('POST', '/webhooks', { topic }),
  install: () => call('POST', '/install', {}),
  uninstall: () => call('POST', '/uninstall', {}),
  scopes: (change: { grant?: readonly string[]; revoke?: readonly string[] }) => call('POST', '/scopes', change),
};

export async function sessionToken(): Promise<string> {
  const query = new URLSearchParams({ shop: boot.domain, user: boot.userId });
  const { token } = await read<{ token: string }>(await fetch(`/sandbox/session-token?${query.toString()}`));
  return token;
}

async function call<T = unknown>(method: 'GET' | 'POST', what: string, body?: object): Promise<T> {
  const answer = await fetch(`/sandbox/shops/${boot.domain}${what}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return read<T>(answer);
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${text.slice(0, 200)}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
