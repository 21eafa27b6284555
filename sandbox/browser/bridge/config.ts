import { ADMIN_ORIGIN, apiKey, IS_EMBEDDED } from './channel.ts';

const KEPT_UNDER = 'prahari-sandbox-config';
const TOLD_BY_ADMIN = ['host', 'locale', 'shop'] as const;
type Told = Partial<Record<(typeof TOLD_BY_ADMIN)[number], string>>;

/** The admin tells these in the address of the first page only; later pages of the same frame remember them. */
function told(): Told {
  const address = new URLSearchParams(location.search);
  const remembered = JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? '{}') as Told;
  const now: Told = { ...remembered };
  for (const name of TOLD_BY_ADMIN) {
    const value = address.get(name);
    if (value !== null) now[name] = value;
  }
  sessionStorage.setItem(KEPT_UNDER, JSON.stringify(now));
  return now;
}

const TOLD = told();

export const config = {
  get apiKey(): string {
    return apiKey();
  },
  ...TOLD,
  appOrigins: [location.origin],
};

/** A page that is opened beside the admin goes back into it, as the real script does. */
export function enterAdmin(): void {
  const handle = TOLD.host && /\/store\/([a-z0-9-]+)$/.exec(atob(TOLD.host))?.[1];
  if (!IS_EMBEDDED && handle) location.replace(`${ADMIN_ORIGIN}/store/${handle}/apps/prahari${location.pathname}`);
}
