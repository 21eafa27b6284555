import type { AuditFile } from '../../core/api/audit.ts';
import type { AuditLog } from './audit-log.ts';

/** The JSON file of a shop's log in pieces, one line of text a line of the log, so that none is too long for us. */
export async function* auditFile(
  log: Pick<AuditLog, 'lines' | 'anchor'>,
  { shop, madeAt }: Pick<AuditFile, 'shop' | 'madeAt'>,
): AsyncGenerator<string> {
  const head: Omit<AuditFile, 'entries'> = {
    ...{ format: 'prahari-audit-log-1', shop, madeAt },
    anchor: await log.anchor(shop),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  let comma = '\n';
  for await (const line of log.lines(shop)) {
    yield `${comma}${JSON.stringify(line)}`;
    comma = ',\n';
  }
  yield '\n]}\n';
}
