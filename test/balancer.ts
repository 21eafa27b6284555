import { connect, createServer, type Socket } from 'node:net';

/**
 * Hands each connection to the next of several ports of this machine, and to another one where nobody listens, as what
 * stands in front of several processes does. A connection stays where it is until either side ends it.
 */
export function startBalancer(port: number, targets: readonly number[]): { close(): void } {
  const open = new Set<Socket>();
  let turn = 0;

  function hold(socket: Socket): void {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  }

  function handOver(caller: Socket, left: number): void {
    const target = targets[turn % targets.length] ?? 0;
    turn += 1;
    const callee = connect(target, '127.0.0.1');
    let isTaken = false;
    hold(callee);
    callee.once('connect', () => {
      isTaken = true;
      caller.pipe(callee).pipe(caller);
    });
    callee.on('error', () => (isTaken || left === 0 ? caller.destroy() : handOver(caller, left - 1)));
    callee.once('close', () => isTaken && caller.destroySoon());
    caller.once('close', () => callee.destroy());
  }

  const server = createServer((caller) => {
    hold(caller);
    caller.on('error', () => caller.destroy());
    handOver(caller, targets.length - 1);
  });
  server.listen(port, '127.0.0.1');
  return {
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
