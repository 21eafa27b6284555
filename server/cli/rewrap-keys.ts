/**
 * `npm run keys:rewrap`: after a new root key was put in front of KEY_RING, wraps each shop's data key with it, and says
 * which root keys are still needed. Killed half way, it goes on where it was. Fields stay as they are. The audit log of
 * each shop whose key it wraps says so, in a line that is signed under the new root key.
 */
import { auditLog } from '../audit/audit-log.ts';
import { systemClock } from '../clock.ts';
import { ConfigError } from '../config.ts';
import { KeyRingError } from '../store/key-errors.ts';
import { openKeyRing } from '../store/open-key-ring.ts';
import { withStore } from './operators-store.ts';

try {
  await withStore(async ({ connection, ring, dataKeys }) => {
    await openKeyRing(connection, ring, dataKeys);
    const audit = auditLog({ connection, ring, clock: systemClock });
    const count = await dataKeys.rewrap((shop, session) =>
      audit.append(
        shop,
        {
          actor: { kind: 'operator', id: null },
          action: 'operator.rewrap-keys',
          details: { rootKey: ring.activeId },
        },
        session,
      ),
    );
    const inUse = await dataKeys.rootKeyIdsInUse();
    const spare = ring.ids.filter((id) => id !== ring.activeId && !inUse.includes(id));
    console.log(`${count} data keys wrapped with "${ring.activeId}".`);
    console.log(`Root keys in use: ${inUse.join(', ') || 'none'}.`);
    if (spare.length > 0) console.log(`No longer needed, and may leave KEY_RING: ${spare.join(', ')}.`);
  });
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof KeyRingError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
