import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBalancer } from './balancer.ts';

/** The whole of Prahari as processes of their own, in an empty folder: what `npm start` runs, for tests and the bench. */
export interface System {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly folder: string;
  readonly storeUri: string;
  readonly redisUrl: string;
  /** Where every host of the sandbox answers over TLS, "127.0.0.1:PORT". */
  readonly shopsAt: string;
  /** What the app must keep to itself, by the name of its variable. */
  readonly secrets: Readonly<Record<string, string>>;
  /** One call to the sandbox's control interface. */
  control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
  /** Kills one process as a power cut would, and starts it again. */
  kill(name: ProcessName): Promise<void>;
  start(name: ProcessName): Promise<void>;
  /** Sends a signal; SIGSTOP and SIGCONT as well. */
  signal(name: ProcessName, signal: NodeJS.Signals): void;
  /** Waits until the process is gone by itself, and answers its exit code; null when a signal ended it. */
  ended(name: ProcessName): Promise<number | null>;
  /** Status of the operator's /readyz; 0 without an answer. */
  readiness(role: 'web' | 'worker'): Promise<number>;
  /** Last lines of one process, for a failure's message. */
  logOf(name: ProcessName): string;
  /** All that one process wrote, in all its lives. */
  wordsOf(name: ProcessName): string;
  stop(): Promise<void>;
}

export type ProcessName = 'store' | 'redis' | 'sandbox' | AppName;
type AppName = 'web' | 'web2' | 'worker' | 'worker2';

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
}

const ROOT = path.resolve(import.meta.dirname, '..');
const START_TIMEOUT_MS = 30_000;

/**
 * `followsClock`: the app's time is the sandbox's, which `POST /sandbox/clock` moves. `isDoubled`: a second web process
 * and a second worker stand beside the first, behind one address.
 */
export async function startSystem(
  extraEnvironment: Readonly<Record<string, string>> = {},
  { followsClock = false, isDoubled = false } = {},
): Promise<System> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prahari-'));
  const [appPort, adminPort, httpsPort, webOperatorPort, workerOperatorPort, ...others] = await freePorts(9);
  const [firstWebPort = 0, secondWebPort = 0, secondWebOperatorPort, secondWorkerOperatorPort] = others;
  const appUrl = `http://localhost:${appPort}`;
  const apps: readonly AppName[] = isDoubled ? ['web', 'web2', 'worker', 'worker2'] : ['web', 'worker'];
  const storeSocket = path.join(folder, 'store.sock');
  const redisSocket = path.join(folder, 'redis.sock');
  const running = new Map<ProcessName, Running>();
  const written = new Map<ProcessName, string[]>();
  const balancer = isDoubled ? startBalancer(appPort ?? 0, [firstWebPort, secondWebPort]) : null;
  const secrets = {
    SHOPIFY_CLIENT_ID: 'prahari-sandbox-client',
    SHOPIFY_CLIENT_SECRET: randomBytes(24).toString('hex'),
    KEY_RING: `test:${randomBytes(32).toString('base64')}`,
    METRICS_TOKEN: randomBytes(16).toString('hex'),
  };
  let mongodbUri = '';
  let ready: SandboxReady | undefined;

  const starters: Record<ProcessName, () => Promise<void>> = {
    async store() {
      const line = await launch('store', [
        'embedded/main.ts',
        '--folder',
        path.join(folder, 'store'),
        '--socket',
        storeSocket,
      ]);
      mongodbUri = (JSON.parse(line) as { uri: string }).uri;
    },
    async redis() {
      const child = spawn(
        'redis-server',
        [
          ...['--port', '0', '--unixsocket', redisSocket, '--unixsocketperm', '700', '--dir', folder],
          ...['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'],
        ],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      );
      remember('redis', child);
      await until(
        'redis',
        async () => running.get('redis')?.lines.some((line) => line.includes('eady to accept connections')) ?? false,
      );
    },
    async sandbox() {
      const ports = ['--admin-port', String(adminPort), '--https-port', String(httpsPort), '--app-url', appUrl];
      const line = await launch('sandbox', ['sandbox/main.ts', '--folder', path.join(folder, 'sandbox'), ...ports]);
      ready = JSON.parse(line) as SandboxReady;
    },
    web: () => launchApp('web', 'web', isDoubled ? firstWebPort : appPort, webOperatorPort),
    web2: () => launchApp('web2', 'web', secondWebPort, secondWebOperatorPort),
    worker: () => launchApp('worker', 'worker', appPort, workerOperatorPort),
    worker2: () => launchApp('worker2', 'worker', appPort, secondWorkerOperatorPort),
  };

  async function launchApp(
    name: AppName,
    role: 'web' | 'worker',
    port: number | undefined,
    operatorPort: number | undefined,
  ): Promise<void> {
    if (!ready) throw new Error('The sandbox comes first.');
    remember(
      name,
      spawn(process.execPath, ['server/main.ts'], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...bareEnvironment(),
          ...secrets,
          NODE_ENV: 'development',
          ROLE: role,
          HOST: '127.0.0.1',
          PORT: String(port),
          OPERATOR_PORT: String(operatorPort),
          APP_URL: appUrl,
          MONGODB_URI: mongodbUri,
          REDIS_URL: `unix:${redisSocket}`,
          APP_BRIDGE_URL: `${ready.adminUrl}/shopifycloud/app-bridge.js`,
          ADMIN_ORIGIN: ready.adminUrl,
          BREACH_RANGE_URL: `${ready.adminUrl}/pwned-passwords/range/`,
          OUTBOUND_CONNECT_TO: ready.connectTo,
          OUTBOUND_CA_FILE: ready.caFile,
          MAIL_URL: ready.mailUrl,
          MAIL_FROM: 'Prahari <alerts@prahari.example>',
          ...(followsClock && { CLOCK_FILE: ready.clockFile }),
          LOG_LEVEL: 'info',
          ...extraEnvironment,
        },
      }),
    );
    await until(name, async () => (await readyStatus(operatorPort)) === 200);
  }

  /** Starts a process that says when it is ready in one line of JSON, and gives that line back. */
  async function launch(name: ProcessName, command: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...bareEnvironment(), ...secrets },
    });
    const lines = remember(name, child);
    await until(name, async () => lines.some((line) => line.startsWith('{"ready":true')));
    return lines.find((line) => line.startsWith('{"ready":true')) ?? '';
  }

  function remember(name: ProcessName, child: ChildProcess): string[] {
    const lines: string[] = [];
    written.set(name, [...(written.get(name) ?? []), ...(running.get(name)?.lines ?? [])]);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream)
        createInterface({ input: stream }).on('line', (line) => lines.push(line) > 4_000 && lines.splice(0, 2_000));
    }
    running.set(name, { child, lines });
    return lines;
  }

  async function until(name: ProcessName, isSo: () => Promise<boolean>): Promise<void> {
    const giveUpAt = performance.now() + START_TIMEOUT_MS;
    while (!(await isSo())) {
      const process = running.get(name);
      if (performance.now() > giveUpAt || process?.child.exitCode != null) {
        throw new Error(`${name} did not start:\n${process?.lines.slice(-20).join('\n') ?? ''}`);
      }
      await sleep(50);
    }
  }

  async function end(name: ProcessName, signal: NodeJS.Signals): Promise<void> {
    const { child, lines = [] } = running.get(name) ?? {};
    written.set(name, [...(written.get(name) ?? []), ...lines]);
    running.delete(name);
    if (!child || child.exitCode != null || child.signalCode != null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async function stop(): Promise<void> {
    balancer?.close();
    for (const name of [...apps.toReversed(), 'sandbox', 'redis', 'store'] as const) await end(name, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }

  try {
    for (const name of ['store', 'redis', 'sandbox', ...apps] as const) await starters[name]();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    adminUrl: ready?.adminUrl ?? '',
    appUrl,
    folder,
    storeUri: mongodbUri,
    redisUrl: `unix:${redisSocket}`,
    shopsAt: ready?.connectTo ?? '',
    secrets,
    async control(method, where, body) {
      const answer = await fetch(`${ready?.adminUrl ?? ''}${where}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      });
      if (!answer.ok)
        throw new Error(`The sandbox answered ${answer.status} to ${method} ${where}: ${await answer.text()}`);
      return answer.status === 204 ? null : await answer.json();
    },
    kill: (name) => end(name, 'SIGKILL'),
    start: (name) => starters[name](),
    signal: (name, signal) => void running.get(name)?.child.kill(signal),
    async ended(name) {
      const child = running.get(name)?.child;
      if (!child) throw new Error(`${name} does not run.`);
      if (child.exitCode == null && child.signalCode == null) await once(child, 'exit');
      return child.exitCode;
    },
    readiness: (role) => readyStatus(role === 'web' ? webOperatorPort : workerOperatorPort),
    logOf: (name) => running.get(name)?.lines.slice(-60).join('\n') ?? '',
    wordsOf: (name) => [...(written.get(name) ?? []), ...(running.get(name)?.lines ?? [])].join('\n'),
    stop,
  };
}

async function readyStatus(operatorPort: number | undefined): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${operatorPort}/readyz`).catch(() => null);
  return answer?.status ?? 0;
}

interface SandboxReady {
  readonly adminUrl: string;
  readonly connectTo: string;
  readonly caFile: string;
  readonly clockFile: string;
  readonly mailUrl: string;
}

/** Nothing of the caller's settings reaches the children but what every program needs. */
function bareEnvironment(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'LANG', 'TZ'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
