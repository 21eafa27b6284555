import { z } from 'zod';
import type { BuyerCompany } from '../../core/api/buyer-gstin.ts';
import { GSTIN_REASON_TEXTS, gstinTextData } from '../../core/gst/gstin-texts.ts';
import { LONGEST_ECHO, judgeGstin } from '../../core/gst/gstin.ts';
import { fill, type Text } from '../../core/text.ts';
import { VIEW_WORDS } from '../../core/verify/verdict-texts.ts';
import { visibleText } from '../../core/visible-text.ts';
import { isGranted } from '../collect/granted-scopes.ts';
import { outsideText, pageInfo } from '../collect/parse-evidence.ts';
import { BadRequestError, NotFoundError } from '../errors.ts';
import { askShopify } from './ask-shopify.ts';
import { COMPANY_OF_BUYER, SET_COMPANY_GSTIN } from './buyer-documents.ts';
import { NotOpenError, OrdersOnlyError } from './buyer-errors.ts';
import type { BuyerParts } from './buyer-parts.ts';
import type { Guest } from './guest.ts';

const WRITES = 'write_companies';
/** A location with more people is not looked through to its end. */
const PAGES_AT_MOST = 10;
/** Shopify knows two roles: this one, and one that orders only. */
const ADMIN_ROLE = 'location admin';

const LocationAnswer = z.object({
  companyLocation: z
    .object({
      name: outsideText(200),
      taxSettings: z.object({ taxRegistrationId: outsideText(60).nullable() }),
      roleAssignments: z.object({
        nodes: z
          .array(
            z.object({
              role: z.object({ name: outsideText(100) }),
              companyContact: z.object({ customer: z.object({ id: outsideText(100) }) }),
            }),
          )
          .max(250),
        pageInfo,
      }),
    })
    .nullable(),
});
const WriteAnswer = z.object({
  companyLocationTaxSettingsUpdate: z.object({
    userErrors: z.array(z.object({ code: outsideText(100).nullish(), message: outsideText(200) })).max(100),
  }),
});

type LocationPage = z.output<typeof LocationAnswer>;
type LocationAssignments = NonNullable<LocationPage['companyLocation']>['roleAssignments'];

interface Location {
  readonly name: string;
  readonly taxNumber: string | null;
  readonly isAdmin: boolean;
}

export type BuyerCompanyDesk = ReturnType<typeof buyerCompanyDesk>;

/** The tax number of a company's location, for the people whom the shop lets buy for it. */
export function buyerCompanyDesk({ shops, adminFor, audit, changed }: BuyerParts) {
  /** @throws {NotFoundError} there is no such location, or the guest is none of its people: alike */
  async function locationOf({ shop, customer }: Guest, locationId: string) {
    const record = await shops.find(shop);
    if (!record || record.status === 'uninstalled' || customer === null) throw new NotFoundError();
    const location = await assigned(shop, customer, locationId);
    if (!location) throw new NotFoundError();
    return { location, isOpen: isGranted(record.scopes, WRITES) };
  }

  async function assigned(shop: string, customer: string, id: string): Promise<Location | null> {
    const admin = adminFor(shop);
    let [name, taxNumber]: [string, string | null] = ['', null];
    const roles: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const answer: LocationPage | null = await askShopify(admin, {
        ...{ document: COMPANY_OF_BUYER, variables: { id, after }, answer: LocationAnswer },
      });
      if (answer === null) throw new NotOpenError();
      const location: LocationPage['companyLocation'] = answer.companyLocation;
      if (!location) return null;
      [name, taxNumber] = [location.name, location.taxSettings.taxRegistrationId];
      const { nodes, pageInfo: next }: LocationAssignments = location.roleAssignments;
      roles.push(...nodes.filter((one) => one.companyContact.customer.id === customer).map(({ role }) => role.name));
      if (!next.hasNextPage) break;
      after = next.endCursor;
    }
    const isAdmin = roles.some((role) => role.trim().toLowerCase() === ADMIN_ROLE);
    return roles.length > 0 ? { name, taxNumber, isAdmin } : null;
  }

  return {
    async read(guest: Guest, locationId: string): Promise<BuyerCompany> {
      const { location, isOpen } = await locationOf(guest, locationId);
      return shown(location, isOpen);
    },

    /**
     * @throws {BadRequestError} the number could not exist
     * @throws {OrdersOnlyError} the guest orders for this location and does not look after it
     * @throws {NotOpenError} the merchant has not allowed it
     */
    async change(guest: Guest, { locationId, gstin: typed }: CompanyGstin): Promise<BuyerCompany> {
      const verdict = judgeGstin(typed);
      if (!verdict.ok) throw new BadRequestError('This number could not exist.', { gstin: verdict.reason });
      const { gstin } = verdict;
      const { location, isOpen } = await locationOf(guest, locationId);
      if (!location.isAdmin) throw new OrdersOnlyError();
      if (!isOpen) throw new NotOpenError();
      if (location.taxNumber === gstin) return shown(location, isOpen);

      const line = { actor: { kind: 'link', id: null }, action: 'link.company-gstin', subjects: [locationId] } as const;
      await audit.append(guest.shop, { ...line, outcome: 'asked' });
      try {
        const written = await askShopify(adminFor(guest.shop), {
          ...{ document: SET_COMPANY_GSTIN, variables: { id: locationId, gstin }, answer: WriteAnswer },
        });
        const refused = written?.companyLocationTaxSettingsUpdate.userErrors[0];
        if (written === null || refused) throw new NotOpenError(new Error(refused?.code ?? 'denied'));
      } catch (error) {
        await audit.append(guest.shop, { ...line, outcome: 'failed' });
        throw error;
      }
      await changed(guest.shop);
      return shown({ ...location, taxNumber: gstin }, isOpen);
    },
  };
}

export interface CompanyGstin {
  readonly locationId: string;
  readonly gstin: string;
}

function shown({ name, taxNumber, isAdmin }: Location, isOpen: boolean): BuyerCompany {
  const text = visibleText(taxNumber ?? '').trim();
  return {
    locationName: visibleText(name),
    gstin: text === '' ? null : text.slice(0, LONGEST_ECHO),
    verdict: text === '' ? null : verdictOn(text),
    mayChange: isAdmin && isOpen,
  };
}

function verdictOn(text: string): Text {
  const verdict = judgeGstin(text);
  if (verdict.ok) return VIEW_WORDS.couldExist;
  const { en, hi } = GSTIN_REASON_TEXTS[verdict.reason];
  const data = gstinTextData(verdict);
  return { en: fill(en, data), hi: fill(hi, data) };
}
