import type { QuestionnaireState, VendorDetails, VendorFields, VendorRegister } from '../../../core/api/vendors.ts';
import { keyOfVendorId } from '../../../core/vendors/keys.ts';
import { addDays, dayInIndia } from '../../../core/gst/days.ts';
import type { Day, Instant } from '../../../core/time.ts';
import type { Clock } from '../../clock.ts';
import { OWN_ANSWERS } from '../../../core/data/own-answers.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import { VENDOR_UNDO_DAYS } from '../../models/vendor.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { LiveRegisterReader } from '../../vendors/live-register.ts';
import { endOfDay, type StoredVendor } from '../../vendors/vendor-record.ts';
import type { VendorFiles } from '../../vendors/vendor-files.ts';
import type { VendorSide } from '../../vendors/vendor-side.ts';
import { requireRole } from '../access.ts';
import { vendorLists } from './vendor-lists.ts';
import { vendorPapers } from './vendor-papers.ts';
import { vendorsCsv } from './vendors.csv.ts';
import { presentRegister, presentVendor } from './vendors.presenter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A reason holds for a year at most; then somebody looks again. */
const LONGEST_ACCEPTANCE_DAYS = 365;

/** What is kept of the questions to vendors, and where a vendor that goes or merges takes them. */
export interface VendorQuestions {
  stateOf(shop: string, vendorId: string): Promise<QuestionnaireState>;
  /** The vendor goes, and cannot come back after `undoUntil`. */
  removed(shop: string, vendorId: string, undoUntil: Date): Promise<void>;
  restored(shop: string, vendorId: string): Promise<unknown>;
  move(shop: string, from: string, into: string): Promise<void>;
}

export type VendorService = ReturnType<typeof vendorService>;

/** The register of vendors. Each change is followed by a check, so that its alert ends. */
export function vendorService({
  side,
  register,
  files,
  questions,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly side: VendorSide;
  readonly register: LiveRegisterReader;
  readonly files: VendorFiles;
  readonly questions: VendorQuestions;
  readonly clock: Clock;
}) {
  const { vendors, decisions, texts } = side;
  const now = (): Instant => clock.now().toISOString();
  const today = (): Day => dayInIndia(now());

  async function soon(shop: string): Promise<void> {
    await checkSoon(deps, shop, { topic: 'vendors', change: now(), reach: 'said' });
  }

  /** @throws {NotFoundError} */
  async function details(shop: string, id: string): Promise<VendorDetails> {
    const { vendors: all, records } = await register.read(shop);
    const key = keyOfVendorId(id); // its address of before somebody took it over leads to it, too
    const vendor = all.find((one) => one.id === id || (key !== null && one.entry?.keys.includes(key)));
    if (!vendor) throw new NotFoundError();
    const entryId = vendor.entry?.id ?? null;
    const record = (entryId !== null && records.get(entryId)) || null;
    const nothing = { linkEndsAt: null, versions: vendor.isOurs ? [OWN_ANSWERS] : [] };
    const [kept, questionnaire, history] = await Promise.all([
      files.list(shop, record),
      entryId === null || vendor.isOurs ? nothing : questions.stateOf(shop, entryId),
      entryId === null ? [] : side.history(shop, entryId),
    ]);
    return presentVendor(vendor, { record, files: kept, questionnaire, history }, { shop, texts, asOf: now() });
  }

  /** One change of one vendor by somebody who may; `act` answers false where what it is about is not there. */
  async function changing(
    merchant: Merchant,
    vendorId: string,
    act: (entryId: string, who: { shop: string; userId: string }) => Promise<unknown>,
    { mustBeEntered = false }: { mustBeEntered?: boolean } = {},
  ): Promise<VendorDetails> {
    requireRole(merchant, 'manager');
    const { shop, userId } = merchant;
    const id = mustBeEntered
      ? await register.enteredId(shop, vendorId)
      : await register.entryId(shop, vendorId, userId);
    if ((await act(id, { shop, userId })) === false) throw new NotFoundError();
    await soon(shop);
    return details(shop, id);
  }

  /** @throws {BadRequestError} a day that is still to come */
  function refuseFuture(days: Readonly<Record<string, Day | null | undefined>>): void {
    for (const [field, day] of Object.entries(days)) {
      if (day != null && day > today()) throw new BadRequestError('This day is still to come.', { [field]: 'future' });
    }
  }

  const undoEnd = () => new Date(clock.now().getTime() + VENDOR_UNDO_DAYS * DAY_MS);

  /** The files of one that was removed go when it cannot come back any more; its link ends now. */
  async function letGo(shop: string, record: StoredVendor, until = undoEnd()): Promise<void> {
    await files.keepUntil(shop, record, until);
    await questions.removed(shop, record._id.toString(), until);
  }

  return {
    async read({ shop }: Merchant): Promise<VendorRegister> {
      return presentRegister(await register.read(shop), { shop, texts, asOf: now() });
    },

    find: ({ shop }: Merchant, id: string): Promise<VendorDetails> => details(shop, id),

    async csv({ shop }: Merchant): Promise<string> {
      const live = await register.read(shop);
      const { vendors: rows } = await presentRegister(live, { shop, texts, asOf: now() });
      const lines = rows.map(async (row, at) => {
        const vendor = live.vendors[at];
        const record = vendor?.entry ? live.records.get(vendor.entry.id) : undefined;
        const purpose = await texts.open(shop, 'purpose', row.id, record?.purposeSealed);
        return {
          ...{ ...row, purpose, handle: record?.handle ?? vendor?.found?.app?.handle ?? null },
          ...{ hosts: record?.hosts ?? vendor?.found?.hosts ?? [], scopes: vendor?.scopes ?? null },
        };
      });
      return vendorsCsv(await Promise.all(lines));
    },

    /** @throws {ConflictError} it is there already, or the register is full */
    async add(merchant: Merchant, fields: VendorFields): Promise<VendorDetails> {
      requireRole(merchant, 'manager');
      refuseFuture({ unusedSince: fields.unusedSince, tokenMadeOn: fields.tokenMadeOn });
      const { shop, userId } = merchant;
      const id = await vendors.add(shop, fields, userId);
      await soon(shop);
      return details(shop, id);
    },

    /** Of one that was only found, this takes it over. */
    change(merchant: Merchant, vendorId: string, wish: Partial<VendorFields>): Promise<VendorDetails> {
      return changing(merchant, vendorId, async (id, { shop, userId }) => {
        refuseFuture({ unusedSince: wish.unusedSince, tokenMadeOn: wish.tokenMadeOn });
        return (await vendors.change(shop, id, wish, userId)) !== null;
      });
    },

    /** It can be brought back for thirty days. @throws {NotFoundError} */
    async remove(merchant: Merchant, id: string): Promise<{ readonly undoUntil: Instant }> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const record = await vendors.find(shop, id);
      const undoUntil = record && (await vendors.remove(shop, id, userId));
      if (!record || !undoUntil) throw new NotFoundError();
      await letGo(shop, record, undoUntil);
      await soon(shop);
      return { undoUntil: undoUntil.toISOString() };
    },

    /** @throws {NotFoundError} it was not removed, or too long ago */
    async restore(merchant: Merchant, id: string): Promise<VendorDetails> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      if (!(await vendors.restore(shop, id, userId))) throw new NotFoundError();
      const record = await vendors.find(shop, id);
      if (record) await files.keepAsBefore(shop, record);
      await questions.restored(shop, id);
      await soon(shop);
      return details(shop, id);
    },

    /** With the permissions as they are known at this moment. */
    approve(merchant: Merchant, vendorId: string, reason: string): Promise<VendorDetails> {
      return changing(merchant, vendorId, async (id, { shop, userId }) => {
        const { vendors: all } = await register.read(shop);
        const scopes = all.find(({ entry }) => entry?.id === id)?.scopes ?? null;
        return decisions.approve(shop, id, { reason, scopes }, userId);
      });
    },

    review: (merchant: Merchant, vendorId: string): Promise<VendorDetails> =>
      changing(merchant, vendorId, (id, { shop, userId }) => decisions.review(shop, id, userId)),

    /** @throws {BadRequestError} for longer than a year, or until a day that is over */
    acceptRisk(
      merchant: Merchant,
      vendorId: string,
      { reason, until }: { reason: string; until: Day },
    ): Promise<VendorDetails> {
      return changing(merchant, vendorId, (id, { shop, userId }) => {
        if (until <= today()) throw new BadRequestError('This day is over.', { until: 'past' });
        if (until > addDays(today(), LONGEST_ACCEPTANCE_DAYS)) {
          throw new BadRequestError('A risk is accepted for a year at most.', { until: 'too_far' });
        }
        return decisions.acceptRisk(shop, id, { reason, until: endOfDay(until) }, userId);
      });
    },

    endAcceptedRisk: (merchant: Merchant, vendorId: string): Promise<VendorDetails> =>
      changing(merchant, vendorId, (id, { shop, userId }) => decisions.endAcceptedRisk(shop, id, userId), {
        mustBeEntered: true,
      }),

    noteBreach(
      merchant: Merchant,
      vendorId: string,
      breach: { happenedOn: Day; note: string },
    ): Promise<VendorDetails> {
      return changing(merchant, vendorId, (id, { shop, userId }) => {
        refuseFuture({ happenedOn: breach.happenedOn });
        return decisions.noteBreach(shop, id, breach, userId);
      });
    },

    closeBreach: (merchant: Merchant, vendorId: string, breachId: string): Promise<VendorDetails> =>
      changing(merchant, vendorId, (id, { shop, userId }) => decisions.closeBreach(shop, id, breachId, userId), {
        mustBeEntered: true,
      }),

    /** Both are one from now on. What was only found is taken over first. */
    async merge(merchant: Merchant, { into, from }: { into: string; from: string }): Promise<VendorDetails> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { vendors: all } = await register.read(shop);
      const isThere = [into, from].every((id) => all.some((one) => one.id === id));
      if (!isThere) throw new NotFoundError(); // before anything is taken over
      const intoId = await register.entryId(shop, into, userId);
      const fromId = await register.entryId(shop, from, userId);
      if (intoId !== fromId) {
        if (!(await side.merge(shop, fromId, intoId, userId))) throw new NotFoundError();
        await questions.move(shop, fromId, intoId);
      }
      await soon(shop);
      return details(shop, intoId);
    },

    ...vendorPapers({ decisions, register, files, soon }),
    ...vendorLists({ imports: side.imports, register, letGo, soon }),
  };
}
