import { parseArgs } from 'node:util';

import { startSandbox } from './start.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    'admin-port': { type: 'string', default: '0' },
    'https-port': { type: 'string', default: '0' },
    'app-url': { type: 'string' },
    'reload-when-changes': { type: 'string' },
  },
});

const clientId = process.env['SHOPIFY_CLIENT_ID'];
const clientSecret = process.env['SHOPIFY_CLIENT_SECRET'];
if (!values.folder || !values['app-url'] || !clientId || !clientSecret) {
  process.stderr.write(
    'Usage: node sandbox/main.ts --folder DIR --app-url URL [--admin-port N] [--https-port N] [--reload-when-changes FILE]\n' +
      'SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET come from the environment.\n',
  );
  process.exit(2);
}

const sandbox = await startSandbox({
  folder: values.folder,
  adminPort: Number(values['admin-port']),
  httpsPort: Number(values['https-port']),
  appUrl: values['app-url'],
  clientId,
  clientSecret,
  ...(values['reload-when-changes'] !== undefined && { reloadWhenChanges: values['reload-when-changes'] }),
});

const { adminUrl, connectTo, caFile, clockFile } = sandbox;
const mailUrl = sandbox.mail.url;
const shops = sandbox.shops.map(({ domain, name }) => ({ domain, name }));
process.stdout.write(`${JSON.stringify({ ready: true, adminUrl, connectTo, caFile, clockFile, mailUrl, shops })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
