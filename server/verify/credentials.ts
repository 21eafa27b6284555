import { z } from 'zod';
import { LOOK_UP_SERVICE_FACTS } from '../../core/api/look-up-services.ts';
import type { LookUpService } from '../../core/evidence/registry.ts';

/** As it may stand in a header: no blank, no line end, nothing beyond ASCII. Short ones would be shown by their ending. */
const Credential = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{8,2000}$/, 'bad_key');

/** The parts of one service's key, all of them and no other. */
export function credentialsOf<S extends LookUpService>(service: S): z.ZodType<Readonly<Record<string, string>>> {
  const names = LOOK_UP_SERVICE_FACTS[service].credentials;
  return z.strictObject(Object.fromEntries(names.map((name) => [name, Credential])));
}

/** "…x7Qa": enough to tell two keys apart. */
export function keyEnding(service: LookUpService, credentials: Readonly<Record<string, string>>): string {
  const [first = ''] = LOOK_UP_SERVICE_FACTS[service].credentials;
  return `…${(credentials[first] ?? '').slice(-4)}`;
}
