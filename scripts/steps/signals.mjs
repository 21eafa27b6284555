const PARENT_CHECK_MS = 300;
const PARENT = process.ppid;
/** One Ctrl-C may come twice: from the terminal, and from npm that hands it on. */
const SAME_KEY_MS = 1_000;

/** A SIGTERM to npm ends npm and the shell below it, and reaches nobody else: we would run on without an owner. */
function isNpmGone() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== PARENT;
}

/** The first Ctrl-C asks everything to stop; a second one does not wait. */
export function stopOnSignal(family) {
  let ask = () => {};
  const asked = new Promise((resolve) => (ask = () => resolve(null)));
  let askedAt = 0;
  const onSignal = () => {
    if (askedAt === 0) {
      askedAt = Date.now();
      console.log('\nStopping …');
      ask();
    } else if (Date.now() - askedAt > SAME_KEY_MS) {
      family.kill();
      process.exit(1);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const watch = setInterval(() => {
    if (isNpmGone() && askedAt === 0) onSignal();
  }, PARENT_CHECK_MS);
  return {
    asked,
    forget: () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
