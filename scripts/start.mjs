/**
 * `npm start`: from a fresh clone to a running Prahari, in one command. Needs Node 20 and npm, and no package: it runs
 * before node_modules exists. Ctrl-C stops all that it started.
 */
import { join } from 'node:path';
import { parseStartArguments } from './steps/arguments.mjs';
import { openDataFolder, secretsOf } from './steps/data-folder.mjs';
import { Family } from './steps/family.mjs';
import { checkNodeVersion } from './steps/node-version.mjs';
import { npmPackages } from './steps/npm-packages.mjs';
import { ROOT } from './steps/paths.mjs';
import { choosePorts } from './steps/ports.mjs';
import { startServices } from './steps/services.mjs';
import { stopOnSignal } from './steps/signals.mjs';
import { main, stepLine, duration } from './steps/step.mjs';
import { redisServer } from './steps/system-packages.mjs';
import { webBuild } from './steps/web-build.mjs';

await main(async () => {
  const startedAt = performance.now();
  const options = parseStartArguments(process.argv.slice(2), ROOT);
  checkNodeVersion();

  await npmPackages();
  await redisServer();
  await webBuild();

  const family = new Family(options.data);
  const left = await family.takeOver();
  if (left > 0) console.log(stepLine('left-over processes', `${left} ended`));
  openDataFolder(options.data, { reset: options.reset });
  const { secrets, areNew } = secretsOf(options.data);
  if (areNew) console.log(stepLine('keys', `made, in ${options.data}/secrets.json`));
  const { app, operator, ...wishes } = options.ports;
  const ports = await choosePorts({ app, operator, workerOperator: operator + 1, ...wishes });

  const stopped = stopOnSignal(family);
  try {
    const running = startServices({
      family,
      dataFolder: options.data,
      secrets,
      ports,
      watch: options.watch,
      real: options.real,
    });
    const services = await Promise.race([running, stopped.asked]);
    if (services) {
      announce({ services, ports, options, tookMs: performance.now() - startedAt });
      const death = await Promise.race([family.firstDeath(), stopped.asked]);
      if (death) {
        console.error(death.child.lastLines.map((line) => `  ${line}`).join('\n'));
        console.error(
          `✗ ${death.child.name} ended by itself (${death.outcome}). Its last lines stand above; the rest is stopped.`,
        );
        process.exitCode = 1;
      }
    } else {
      running.catch(() => {}); // Stopped half-way: what was still starting fails, and that is no news.
    }
  } finally {
    await family.stop((line) => console.log(`  ${line}`));
    stopped.forget();
  }
});

function announce({ services, ports, options, tookMs }) {
  const { shopify, mongodbUri, redisUrl } = services;
  if (options.json) {
    console.log(
      JSON.stringify({
        ready: true,
        ...shopify,
        adminUrl: shopify?.adminUrl ?? null,
        ports,
        mongodbUri,
        redisUrl,
        data: options.data,
      }),
    );
    return;
  }
  console.log(`\nPrahari is ready after ${duration(tookMs)}.\n`);
  if (shopify) {
    console.log(`  Open  ${shopify.adminUrl}\n`);
    for (const { name, domain } of shopify.shops) console.log(`  ${name.padEnd(24)} ${domain}`);
    console.log(`\n  For everybody, without sign-in: http://localhost:${ports.app}/verify checks one GSTIN.`);
    console.log('  As a buyer, in a browser of its own that takes the invented hosts and their certificates:');
    console.log(`  chromium --user-data-dir=${join(options.data, 'buyer')} --ignore-certificate-errors \\`);
    console.log(`    --host-resolver-rules="MAP *.example ${shopify.connectTo}" https://www.saaf-dukaan.example\n`);
    console.log('  The shops are invented; the admin around the app is a sandbox on this machine.');
  } else {
    console.log(`  The app listens on port ${ports.app}; open it in the admin of your development shop.`);
  }
  console.log(`  Data and logs: ${options.data}`);
  console.log('  Stop with Ctrl-C.\n');
}
