import type {
  AccountRow,
  AddAccount,
  AddPerson,
  ChangeAccount,
  ChangePerson,
  ImportPreview,
  ImportRequest,
  ImportResult,
  PeopleRegister,
  PersonRow,
  UseService,
} from '../../../core/api/people.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import type { SelfCheckStore } from '../../links/self-check-store.ts';
import type { StaffLinkStore } from '../../links/staff-links.ts';
import { readList } from '../../people/import/read-list.ts';
import type { PeopleSide } from '../../people/people-side.ts';
import type { OpenPerson } from '../../people/person-store.ts';
import { ReadingProblem } from '../../people/sources/source.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { Merchant, ShopLifecycle } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';
import { peopleCsv } from './people.csv.ts';
import { presentAccount, presentPerson, presentRegister, type SelfCheckTimes } from './people.presenter.ts';

export type PeopleService = ReturnType<typeof peopleService>;

/** The register of people and accounts. Each change is followed by a check. */
export function peopleService({
  people: side,
  links,
  selfChecks,
  alerts,
  lifecycle,
  clock,
}: {
  people: PeopleSide;
  links: StaffLinkStore;
  selfChecks: SelfCheckStore;
  alerts: Pick<AlertStore, 'handOn'>;
  lifecycle: Pick<ShopLifecycle, 'changed'>;
  clock: Clock;
}) {
  const { people, accounts, readings, connections, imports } = side;
  const asOf = () => clock.now().toISOString();
  const changed = (shop: string) => lifecycle.changed(shop, 'people');

  async function selfCheckTimes(shop: string): Promise<SelfCheckTimes> {
    const [asked, kept] = await Promise.all([links.asked(shop), selfChecks.newest(shop)]);
    const times = new Map<string, PersonRow['selfCheck']>();
    const note = (id: string, part: Partial<PersonRow['selfCheck']>) => {
      const empty = { invitedAt: null, passwordCheckedAt: null, deviceCheckedAt: null };
      times.set(id, { ...(times.get(id) ?? empty), ...part });
    };
    for (const { personId, askedAt } of asked) note(personId, { invitedAt: askedAt });
    for (const { personId, purpose, checkedAt } of kept) {
      note(personId, purpose === 'password' ? { passwordCheckedAt: checkedAt } : { deviceCheckedAt: checkedAt });
    }
    return times;
  }

  async function rowOf(shop: string, person: OpenPerson): Promise<PersonRow> {
    const theirs = (await accounts.list(shop)).filter(({ personId }) => personId === person.id);
    const rows = theirs.map((account) => presentAccount(account, asOf()));
    return presentPerson(person, rows, (await selfCheckTimes(shop)).get(person.id));
  }

  async function requirePerson(shop: string, id: string | null | undefined): Promise<void> {
    if (typeof id === 'string' && !(await people.find(shop, id))) throw new NotFoundError();
  }

  return {
    async read(merchant: Merchant): Promise<PeopleRegister> {
      requireRole(merchant, 'manager');
      const { shop, role } = merchant;
      const [register, providers, lists, times] = await Promise.all([
        side.register(shop),
        connections.states(shop, { withKeyEnding: role === 'owner' }),
        imports.list(shop),
        selfCheckTimes(shop),
      ]);
      return presentRegister(register, { providers, imports: lists, selfChecks: times, asOf: asOf() });
    },

    async csv(merchant: Merchant): Promise<string> {
      requireRole(merchant, 'manager');
      return peopleCsv(await side.register(merchant.shop), asOf());
    },

    preview(merchant: Merchant, list: ImportRequest): ImportPreview {
      requireRole(merchant, 'manager');
      return readList(list, clock.now()).preview;
    },

    /** @throws {ConflictError} nothing in the list can be taken, or the register does not hold so many */
    async take(merchant: Merchant, list: ImportRequest): Promise<ImportResult> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { reading, skipped } = readList(list, clock.now());
      const count = reading.accounts.length;
      if (count === 0) throw new ConflictError('No row of this list can be taken. Choose the column of the log-ins.');
      const change = await readings.keep(shop, list.source, reading).catch(asConflict);
      const result = await imports.note(shop, list, { change, accounts: count, skipped }, userId);
      await changed(shop);
      return result;
    },

    async undo(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      if (!(await imports.undo(merchant.shop, id))) throw new NotFoundError();
      await changed(merchant.shop);
    },

    async addPerson(merchant: Merchant, wish: AddPerson): Promise<PersonRow> {
      requireRole(merchant, 'manager');
      const person = await people.add(merchant.shop, wish);
      await changed(merchant.shop);
      return presentPerson(person, []);
    },

    /** Whoever left has no link any more. */
    async changePerson(merchant: Merchant, id: string, change: ChangePerson): Promise<PersonRow> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const person = await people.change(shop, id, change);
      if (!person) throw new NotFoundError();
      if (change.hasLeft === true) await links.withdraw(shop, id);
      await changed(shop);
      return rowOf(shop, person);
    },

    async removePerson(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      if (!(await side.removePerson(merchant.shop, id))) throw new NotFoundError();
      await changed(merchant.shop);
    },

    async merge(merchant: Merchant, from: string, into: string): Promise<PersonRow> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const person = await people.merge(shop, from, into);
      if (!person) throw new NotFoundError();
      await selfChecks.move(shop, from, into);
      await links.withdraw(shop, from);
      await alerts.handOn(shop, from, into);
      await changed(shop);
      return rowOf(shop, person);
    },

    async addAccount(merchant: Merchant, wish: AddAccount): Promise<AccountRow> {
      requireRole(merchant, 'manager');
      await requirePerson(merchant.shop, wish.personId);
      const account = await accounts.add(merchant.shop, wish);
      await changed(merchant.shop);
      return presentAccount(account, asOf());
    },

    async changeAccount(merchant: Merchant, id: string, change: ChangeAccount): Promise<AccountRow> {
      requireRole(merchant, 'manager');
      await requirePerson(merchant.shop, change.personId);
      const account = await accounts.change(merchant.shop, id, change);
      if (!account) throw new NotFoundError();
      await changed(merchant.shop);
      return presentAccount(account, asOf());
    },

    async removeAccount(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      if (!(await accounts.remove(merchant.shop, id))) throw new NotFoundError();
      await changed(merchant.shop);
    },

    async confirm(merchant: Merchant, ids: readonly string[]): Promise<number> {
      requireRole(merchant, 'manager');
      const confirmed = await accounts.confirm(merchant.shop, ids);
      if (confirmed === null) throw new NotFoundError();
      await changed(merchant.shop);
      return confirmed;
    },

    async useService(merchant: Merchant, { service, isUsed }: UseService): Promise<PeopleRegister['services']> {
      requireRole(merchant, 'manager');
      await accounts.useService(merchant.shop, service, isUsed);
      await changed(merchant.shop);
      return accounts.services(merchant.shop);
    },
  };
}

function asConflict(error: unknown): never {
  if (!(error instanceof ReadingProblem)) throw error;
  throw new ConflictError('The register does not hold so many. Remove people and accounts that are not used.');
}
