import { ApiProblem } from '../../api/problems.ts';

/** The words that there are for what is wrong with an address. */
const FAULTS = [
  'not-an-address',
  'not-https',
  'credentials-in-address',
  'port',
  'not-a-public-name',
  'own-address',
] as const;
export type UrlFault = (typeof FAULTS)[number];

/** What is wrong with a typed address, as far as the browser can tell; the server looks closer. */
export function urlFault(typed: string): UrlFault | null {
  const url = URL.parse(typed.trim());
  if (!url) return 'not-an-address';
  if (url.protocol !== 'https:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'credentials-in-address';
  return url.port === '' ? null : 'port';
}

/** What the server found wrong with it; null: it was something else. */
export function refusedUrl(error: unknown): UrlFault | null {
  const reason = error instanceof ApiProblem ? error.problem.fields?.['url'] : undefined;
  return FAULTS.find((fault) => fault === reason) ?? null;
}
