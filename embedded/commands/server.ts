import { LARGEST_MESSAGE } from '../wire.ts';
import type { Command } from './command.ts';

/** Looks like the one member of a replica set: drivers offer sessions and transactions only to those. */
const hello: Command = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'loadBalanced',
    'hello',
    'backpressure',
  ],
  run: ({ now, address, connectionId }) => ({
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    setName: 'prahari',
    setVersion: 1,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: LARGEST_MESSAGE,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  }),
};

const ping: Command = { fields: [], run: () => ({}) };
const version = { version: '7.0.0', versionArray: [7, 0, 0, 0] };
const buildInfo: Command = {
  fields: [],
  run: () => ({ ...version, modules: ['prahari-embedded'], maxBsonObjectSize: 16 * 1024 * 1024 }),
};
const serverStatus: Command = {
  fields: [],
  run: ({ now, address }) => ({
    host: address,
    version: version.version,
    process: 'prahari-embedded',
    pid: process.pid,
    uptime: process.uptime(),
    localTime: now,
  }),
};

export const SERVER_COMMANDS = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  serverStatus,
};
