import { createHash } from 'node:crypto';
import { COUNTED_STATES } from './jobs/scan-queue.ts';
import { escapeHtml } from './public-verify/html.ts';
import type { OperatorFigures } from './rhythm/operator-desk.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;margin:0 0 1.5rem}caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{border:1px solid #8a8a8a;padding:.25rem .6rem;text-align:start}td.n{text-align:end;font-variant-numeric:tabular-nums}
form{display:inline}button{font:inherit;padding:.2rem .7rem}.said{border-inline-start:4px solid #1a1a1a;padding-inline-start:.75rem}`;

/** No script, nothing from elsewhere, no frame; its one style is allowed by its hash. */
export const OPERATOR_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The operator's page as HTML: figures over all shops, and two buttons for each kind of failure. For operators: English. */
export function operatorPage({
  figures,
  now,
  token,
  said,
}: {
  figures: OperatorFigures;
  now: Date;
  /** Stands in each form: nobody else's page can press a button. */
  token: string;
  /** What the last press did. */
  said: string | null;
}): string {
  const { queue, failed, shops, parkedDeliveries, waitingDeliveries } = figures;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Queue · Prahari</title><style>${STYLE}</style></head>
<body><main>
<h1>Queue</h1>
<p>As of ${now.toISOString()}. <a href="/queue">Look again</a></p>
${said === null ? '' : `<p class="said" role="status">${escapeHtml(said)}</p>`}
${queue === null ? '<p>Redis does not answer. What is due stands in MongoDB, and is taken up when it does.</p>' : queueTables(queue, now)}
${failedTable(failed, token)}
${table(
  'Notices',
  ['State', 'Count'],
  [
    ['waiting', waitingDeliveries],
    ['parked', parkedDeliveries],
  ],
)}
${table('Shops', ['Status', 'Count'], Object.entries(shops))}
</main></body></html>
`;
}

function queueTables({ states, byJob, oldestWaitingAt }: NonNullable<OperatorFigures['queue']>, now: Date): string {
  const waits = oldestWaitingAt === null ? null : Math.max(0, now.getTime() - oldestWaitingAt.getTime());
  const rows = [...byJob].map(([job, counts]) => [job, ...COUNTED_STATES.map((state) => counts[state] ?? 0)]);
  return [
    table('Jobs by state', ['State', 'Count'], Object.entries(states)),
    `<p>${waits === null ? 'Nothing waits.' : `The oldest job has waited for ${Math.round(waits / 1_000)} s.`}</p>`,
    table('Jobs by kind, of the first thousand in each state', ['Job', ...COUNTED_STATES], rows),
  ].join('\n');
}

function failedTable(failed: OperatorFigures['failed'], token: string): string {
  if (failed.length === 0) return '<p>No job was given up.</p>';
  const rows = failed.map(({ job, code, count, oldestAt }) => {
    const hidden = Object.entries({ job, code, token })
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
      .join('');
    const button = (act: string, label: string) =>
      `<form method="post" action="/queue">${hidden}<button name="act" value="${act}">${label}</button></form>`;
    const cells = [cell(job), cell(code), cell(count), cell(oldestAt.toISOString())];
    return `<tr>${cells.join('')}<td>${button('retry', 'Retry')} ${button('remove', 'Remove')}</td></tr>`;
  });
  const heads = ['Job', 'Code', 'Count', 'Oldest', 'Act'].map((head) => `<th scope="col">${head}</th>`).join('');
  return `<table><caption>Jobs that were given up, of the newest thousand</caption><tr>${heads}</tr>${rows.join('')}</table>`;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const head = heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table><caption>${escapeHtml(caption)}</caption><tr>${head}</tr>${body}</table>`;
}

const cell = (value: string | number): string =>
  typeof value === 'number' ? `<td class="n">${value}</td>` : `<td>${escapeHtml(value)}</td>`;
