import type { ExposedPath } from '../../../core/evidence/storefront.ts';
import type { ProbeAnswer, ProbeVisit } from '../../http/probe.ts';

type Asked = ExposedPath & { readonly shows: (answer: ProbeAnswer) => boolean };

/** Enough to know a file by its beginning; nothing of it is kept. */
export const EXPOSED_BYTES = 4_096;

const textOf = ({ body }: ProbeAnswer): string => body.toString('latin1', 0, EXPOSED_BYTES);
const isPage = (answer: ProbeAnswer): boolean => /^\s*(<!doctype html|<html)/i.test(textOf(answer));
const begins =
  (...signatures: readonly string[]) =>
  ({ body }: ProbeAnswer): boolean =>
    signatures.some((signature) => body.toString('latin1', 0, signature.length) === signature);
const isListing = (answer: ProbeAnswer): boolean =>
  /<title>\s*(Index of \/|Directory listing)/i.test(textOf(answer)) || /<h1>\s*Index of \//i.test(textOf(answer));
const isSql = (answer: ProbeAnswer): boolean =>
  !isPage(answer) &&
  /(^|\n)(-- (MySQL|MariaDB|PostgreSQL) (database )?dump|CREATE TABLE |INSERT INTO )/.test(textOf(answer));
const ZIP = 'PK\u0003\u0004';
const GZIP = '\u001f\u008b';

/** Judged by what comes, never by the status alone: many hosts answer 200 to everything. */
const ASKED: readonly Asked[] = [
  {
    path: '/.git/HEAD',
    what: 'version-control',
    shows: (answer) => /^(ref: refs\/|[0-9a-f]{40}\s*$)/.test(textOf(answer)),
  },
  { path: '/.svn/entries', what: 'version-control', shows: (answer) => /^(8|9|10|12)\r?\n/.test(textOf(answer)) },
  {
    path: '/.env',
    what: 'environment',
    shows: (answer) => !isPage(answer) && /^(export )?[A-Z][A-Z0-9_]{2,}\s*=\s*\S/m.test(textOf(answer)),
  },
  {
    path: '/wp-config.php.bak',
    what: 'environment',
    shows: (answer) => /DB_PASSWORD/.test(textOf(answer)),
  },
  { path: '/backup.zip', what: 'backup', shows: begins(ZIP) },
  { path: '/backup.tar.gz', what: 'backup', shows: begins(GZIP) },
  { path: '/dump.sql', what: 'dump', shows: isSql },
  { path: '/backup.sql', what: 'dump', shows: isSql },
  { path: '/phpinfo.php', what: 'debug', shows: (answer) => /<title>[^<]{0,60}phpinfo\(\)/i.test(textOf(answer)) },
  { path: '/server-status', what: 'debug', shows: (answer) => /Apache Server Status/i.test(textOf(answer)) },
  { path: '/.DS_Store', what: 'listing', shows: begins('\u0000\u0000\u0000\u0001Bud1') },
  { path: '/uploads/', what: 'listing', shows: isListing },
  { path: '/', what: 'listing', shows: isListing },
];

/**
 * Paths of a host that hand out what should not be public. Null: the host stopped answering before all were asked. Only
 * asked of hosts whose owner proved the claim.
 */
export async function exposedPaths(visit: (path: string) => Promise<ProbeVisit>): Promise<ExposedPath[] | null> {
  const exposed: ExposedPath[] = [];
  for (const { path, what, shows } of ASKED) {
    const { answer, failure } = await visit(path);
    if (answer === null && failure !== 'too-large' && failure !== 'bad-encoding') return null;
    if (answer?.status === 429) return null;
    if (answer?.status === 200 && shows(answer)) exposed.push({ path, what });
  }
  return exposed;
}
