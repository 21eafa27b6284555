import { join } from 'node:path';
import { Child } from './child.mjs';
import { openSocketFolder } from './data-folder.mjs';
import { appEnvironment, appUrl } from './environment.mjs';
import { NODE, ROOT, VITE, WEB_OUTPUT } from './paths.mjs';
import { startRedis } from './redis.mjs';
import { step } from './step.mjs';
import { VITE_BUILD } from './web-build.mjs';

const file = (path) => join(ROOT, path);

/**
 * Starts all that the app stands on, then the app: store, Redis and the sandbox side by side, then web and worker.
 *
 * @param {{
 *   family: import('./family.mjs').Family, dataFolder: string, secrets: import('./data-folder.mjs').Secrets,
 *   ports: { app: number, admin: number, https: number, operator: number, workerOperator: number },
 *   watch: boolean, real: boolean,
 * }} plan
 */
export async function startServices({ family, dataFolder, secrets, ports, watch, real }) {
  const logFolder = join(dataFolder, 'logs');
  const sockets = openSocketFolder(dataFolder);
  const start = (plan, mark) => {
    const child = new Child({ ...plan, logFolder });
    family.add(child, mark);
    return child;
  };

  const store = step('store', async (alreadyThere) => {
    if (process.env.MONGODB_URI) {
      alreadyThere('MONGODB_URI');
      return process.env.MONGODB_URI;
    }
    const args = [
      file('embedded/main.ts'),
      '--folder',
      join(dataFolder, 'store'),
      '--socket',
      join(sockets, 'store.sock'),
    ];
    const child = start({ name: 'store', command: NODE, args }, file('embedded/main.ts'));
    return (await child.readyLine()).uri;
  });

  const redis = step('redis', async (alreadyThere) => {
    if (process.env.REDIS_URL) {
      alreadyThere('REDIS_URL');
      return process.env.REDIS_URL;
    }
    const { child, url } = await startRedis({ dataFolder, socket: join(sockets, 'redis.sock'), logFolder });
    family.add(child, 'redis-server');
    return url;
  });

  const sandbox = real ? null : startSandbox();
  function startSandbox() {
    return step('sandbox', async () => {
      const args = [file('sandbox/main.ts'), '--folder', join(dataFolder, 'sandbox')];
      args.push(
        '--admin-port',
        String(ports.admin),
        '--https-port',
        String(ports.https),
        '--app-url',
        appUrl(ports.app),
      );
      if (watch) args.push('--reload-when-changes', join(WEB_OUTPUT, 'index.html'));
      const env = { SHOPIFY_CLIENT_ID: secrets.clientId, SHOPIFY_CLIENT_SECRET: secrets.clientSecret };
      return await start({ name: 'sandbox', command: NODE, args, env }, file('sandbox/main.ts')).readyLine();
    });
  }

  const [mongodbUri, redisUrl, shopify] = await allOrFirstFailure([store, redis, sandbox]);

  const role = (name, operatorPort) =>
    step(name, async () => {
      const env = appEnvironment({
        role: name,
        ports: { ...ports, operator: operatorPort },
        secrets,
        mongodbUri,
        redisUrl,
        sandbox: shopify,
      });
      const args = [...(watch ? ['--watch', '--watch-preserve-output'] : []), file('server/main.ts')];
      const child = start({ name, command: NODE, args, env, echo: watch }, file('server/main.ts'));
      await child.readyAt(`http://127.0.0.1:${operatorPort}/readyz`);
    });
  await allOrFirstFailure([role('web', ports.operator), role('worker', ports.workerOperator)]);
  if (watch) start({ name: 'pages', command: NODE, args: [VITE, ...VITE_BUILD, '--watch'], echo: true }, VITE);

  return { mongodbUri, redisUrl, shopify };
}

/** Waits for every start, so that none goes on behind our back, and then says the first thing that went wrong. */
async function allOrFirstFailure(starts) {
  const outcomes = await Promise.allSettled(starts);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.map(({ value }) => value);
}
