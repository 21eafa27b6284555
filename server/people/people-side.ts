import type { Connection } from 'mongoose';
import type { PeopleBook } from '../../core/evidence/people.ts';
import type { Clock } from '../clock.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { Log } from '../log.ts';
import type { RestUsers } from '../shopify/rest-users.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { accountStore } from './account-store.ts';
import { bookOf, wholeRegister } from './book.ts';
import { importStore } from './import/import-store.ts';
import { platformReader } from './platform-reader.ts';
import { identityReader } from './identity-reader.ts';
import { identityStore } from './identity-store.ts';
import { readingStore } from './keep-reading.ts';
import { personStore } from './person-store.ts';

export type PeopleSide = ReturnType<typeof peopleSide>;

/** All that knows of people and their accounts, wired once for each process. */
export function peopleSide(deps: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
  guardedFetch: GuardedFetch;
  log: Log;
  pause?: (ms: number) => Promise<void>;
  /** Present where the operator runs a custom app on Plus. */
  restUsers?: RestUsers;
}) {
  const people = personStore(deps);
  const accounts = accountStore(deps);
  const readings = readingStore({ ...deps, people, accounts });
  const imports = importStore({ ...deps, readings });
  const connections = identityStore(deps);
  const platform = platformReader({ ...deps, readings });
  const reader = identityReader({ ...deps, connections, readings });
  const removals: ((shop: string, personId: string) => Promise<void>)[] = [];

  /** Everything that is kept of a person, here and wherever else something is. False: there is none. */
  async function removePerson(shop: string, id: string): Promise<boolean> {
    if (!(await people.find(shop, id))) return false;
    for (const remove of removals) await remove(shop, id);
    return people.remove(shop, id);
  }

  const register = (shop: string) => wholeRegister({ people, accounts, readings }, shop);
  return {
    ...{ people, accounts, readings, imports, connections, reader, platform, register, removePerson },

    /** Called when a person is removed: whoever keeps something of people by their id removes it. */
    onRemoval(remove: (shop: string, personId: string) => Promise<void>): void {
      removals.push(remove);
    },

    /** People who left long ago, with all that is theirs. */
    async forgetLeavers(limit: number): Promise<void> {
      for (const { shop, id } of await people.leftLongAgo(limit)) await removePerson(shop, id);
    },

    /** As checks read it; null: nobody entered or read anything. */
    book: async (shop: string): Promise<PeopleBook | null> => bookOf(await register(shop)),
  };
}
