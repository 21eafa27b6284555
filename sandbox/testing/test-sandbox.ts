import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox, type SandboxSettings } from '../start.ts';
import { TEST_CLIENT_ID, TEST_SECRET } from './shop-client.ts';

/** The shop with everything planted, and its clean twin. */
export const PLANTED = 'vastra-niketan.myshopify.com';
export const CLEAN = 'saaf-dukaan.myshopify.com';

/** A sandbox in a folder of its own; the app's address answers nothing unless one is given. */
export async function testSandbox(settings: Partial<SandboxSettings> = {}): Promise<Sandbox & { folder: string }> {
  const folder = settings.folder ?? mkdtempSync(join(tmpdir(), 'prahari-sandbox-'));
  const sandbox = await startSandbox({
    folder,
    adminPort: 0,
    httpsPort: 0,
    appUrl: 'http://127.0.0.1:9',
    clientId: TEST_CLIENT_ID,
    clientSecret: TEST_SECRET,
    webhookRetryGapsMs: [],
    ...settings,
  });
  const close = async () => {
    await sandbox.close();
    if (settings.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { ...sandbox, folder, close };
}

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Stands for the app: keeps each webhook and answers with the next of `statuses`, and 200 when they are used up. */
export async function webhookReceiver(statuses: number[] = []) {
  const received: ReceivedWebhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    statuses,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
