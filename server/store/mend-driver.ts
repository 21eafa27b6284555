import { createRequire } from 'node:module';

/** As much of the driver's own class as is touched. Internal: look again whenever mongodb changes. */
interface DriverConnection {
  readonly socket: NodeJS.EventEmitter;
  readonly cleanup: (this: DriverConnection, error: Error) => void;
}

const MENDED = Symbol.for('prahari.mended-connection');

/**
 * Lets commands end whose connection is closed under them. After a command that fills the socket's buffer the driver
 * (7.8.0, lib/cmap/connection.js) waits for the socket to drain; one that the server closed without an error never
 * does. The command then waits for good, and its connection is lost to the pool: some at each failover, until no job
 * and no request gets one. Told that the socket has drained, the driver goes on, sees that the connection is closed
 * and says so, as it does for small commands. docs/decisions/018
 */
export function mendDriver(): void {
  const { prototype } = driverConnection();
  if (MENDED in prototype) return;
  const closeDown = prototype.cleanup;
  Object.assign(prototype, {
    [MENDED]: true,
    cleanup(this: DriverConnection, error: Error) {
      closeDown.call(this, error);
      this.socket.emit('drain');
    },
  });
}

/** The class in the very copy of the driver that mongoose uses. */
function driverConnection(): { readonly prototype: DriverConnection } {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  return (ofMongoose('mongodb/lib/cmap/connection.js') as { Connection: { prototype: DriverConnection } }).Connection;
}
