import type { AppDefect, ShopDefect } from './defect.ts';
import { cleanDirectory, directoryOf, personNamed } from './identity/directory-state.ts';
import type { DirectoryPerson, DirectoryState } from './identity/directory-state.ts';
import type { ShopState } from './shops/shop-state.ts';

const PLAIN = { where: 'shop', webhookTopic: null } as const;

/** What can be wrong with people and accounts. Shopify tells an app of none of it: lists and identity providers do. */
export const IDENTITY_DEFECTS: readonly ShopDefect[] = [
  onPerson('meera', {
    id: 'owner-without-second-factor',
    title: 'The owner’s account of the shop opens with a password alone',
    checkId: 'security/owner-second-factor',
    isPresent: ({ shopify }) => shopify?.secondFactor === 'Off',
    plant: ({ shopify }) => void Object.assign(shopify ?? {}, { secondFactor: 'Off' }),
  }),
  onPerson('anil', {
    id: 'admin-second-factor-by-sms',
    title: 'An administrator’s second factor is an SMS',
    checkId: 'security/strong-second-factor',
    isPresent: ({ shopify }) => shopify?.secondFactor === 'SMS',
    plant: ({ shopify }) => void Object.assign(shopify ?? {}, { secondFactor: 'SMS' }),
  }),
  onPerson('ramesh', {
    id: 'staff-without-second-factor',
    title: 'The packer’s account of the shop opens with a password alone',
    checkId: 'security/staff-second-factor',
    isPresent: ({ shopify }) => shopify?.secondFactor === 'Off',
    plant: ({ shopify }) => void Object.assign(shopify ?? {}, { secondFactor: 'Off' }),
  }),
  onPerson('ramesh', {
    id: 'mailbox-without-second-factor',
    title: 'The packer’s mailbox opens with a password alone',
    checkId: 'security/mail-second-factor',
    isPresent: ({ mailbox }) => mailbox?.secondFactor === 'none',
    plant: ({ mailbox }) => void Object.assign(mailbox ?? {}, { secondFactor: 'none' }),
  }),
  onPerson('ramesh', {
    id: 'weak-mail-password',
    title: 'Google calls the packer’s password weak',
    checkId: 'security/weak-passwords',
    isPresent: ({ mailbox }) => mailbox?.password === 'WEAK',
    plant: ({ mailbox }) => void Object.assign(mailbox ?? {}, { password: 'WEAK' }),
  }),
  onPerson('anil', {
    id: 'dormant-mailbox',
    title: 'A mailbox was not opened for 200 days',
    checkId: 'security/dormant-accounts',
    isPresent: ({ mailbox }) => (mailbox?.lastLogInDaysAgo ?? 0) > 90,
    plant: ({ mailbox }) => void Object.assign(mailbox ?? {}, { lastLogInDaysAgo: 200 }),
  }),
  onMail('second-factor-not-enforced', {
    title: 'Nobody has to have a second factor for the mailboxes',
    checkId: 'security/second-factor-enforced',
    isPresent: ({ isSecondFactorEnforced }) => !isSecondFactorEnforced,
    planted: { isSecondFactorEnforced: false },
  }),
  onMail('six-character-passwords', {
    title: 'The mail provider takes passwords of six characters',
    checkId: 'security/password-rule',
    isPresent: ({ minLength }) => minLength < 8,
    planted: { minLength: 6 },
  }),
  onMail('passwords-by-calendar', {
    title: 'Passwords of the mailboxes must change every 60 days',
    checkId: 'security/password-expiry',
    isPresent: ({ expiryDays }) => expiryDays > 0,
    planted: { expiryDays: 60 },
  }),
  extraPerson({
    id: 'shared-info-mailbox',
    title: 'Several people use the mailbox info@',
    checkId: 'security/shared-log-ins',
    person: ({ handle }) => ({
      ...{ email: `info@${handle}.example`, name: 'Counter (invented)', shopify: null },
      mailbox: { isSuspended: false, isAdmin: false, secondFactor: 'app', password: 'STRONG', lastLogInDaysAgo: 0 },
    }),
  }),
  extraPerson({
    id: 'open-invitation',
    title: 'An invitation to the shop was never taken up',
    checkId: 'security/open-invitations',
    person: ({ handle }) => ({
      ...{ email: `kavita@${handle}.example`, name: 'Kavita Invented', mailbox: null },
      shopify: { role: 'Marketing', status: 'Pending', secondFactor: '' },
    }),
  }),
  extraPerson({
    id: 'second-owner',
    title: 'Two people are owners of the shop',
    checkId: 'security/several-owners',
    person: ({ handle }) => ({
      ...{ email: `suresh@${handle}.example`, name: 'Suresh Invented', mailbox: null },
      shopify: { role: 'Store owner', status: 'Active', secondFactor: 'Security key' },
    }),
  }),
];

/** What only the merchant's own words bring about. */
export const IDENTITY_APP_DEFECTS: readonly AppDefect[] = [
  {
    where: 'app',
    id: 'leaver-still-active',
    title: 'Somebody who left a week ago still has open accounts',
    checkId: 'security/leavers',
  },
  {
    where: 'app',
    id: 'collaborator-unconfirmed',
    title: 'Nobody confirmed that the agency’s collaborator is still needed',
    checkId: 'security/collaborators',
  },
  {
    where: 'app',
    id: 'account-of-nobody',
    title: 'An account of the courier is nobody’s',
    checkId: 'security/people-register',
  },
  {
    where: 'app',
    id: 'gateway-without-second-factor',
    title: 'The account of the payment gateway opens with a password alone',
    checkId: 'security/other-accounts',
  },
  {
    where: 'app',
    id: 'statements-that-differ',
    title: 'The owner says that a mailbox has no second factor, and the provider that it has',
    checkId: 'security/conflicting-statements',
  },
];

function onPerson(
  name: string,
  defect: Pick<ShopDefect, 'id' | 'title' | 'checkId'> & {
    isPresent: (person: DirectoryPerson) => boolean;
    plant: (person: DirectoryPerson) => void;
  },
): ShopDefect {
  const of = (directory: DirectoryState) => {
    const person = personNamed(directory, name);
    if (!person) throw new RangeError(`Nobody here is called ${name}.`);
    return person;
  };
  return {
    ...PLAIN,
    ...{ id: defect.id, title: defect.title, checkId: defect.checkId },
    isPresent: (shop) => defect.isPresent(of(directoryOf(shop))),
    plant: (shop) => defect.plant(of(directoryOf(shop))),
    mend(shop) {
      const mended = of(directoryOf(shop));
      const clean = of(cleanDirectory(shop.handle));
      // Of one person only that part comes back that this defect changes.
      for (const part of ['mailbox', 'shopify'] as const) {
        const probe = structuredClone(clean);
        defect.plant(probe);
        const now = mended[part] as Record<string, unknown> | null;
        const before = clean[part] as Record<string, unknown> | null;
        const planted = probe[part] as Record<string, unknown> | null;
        for (const field of Object.keys(planted ?? {})) {
          if (now && before && planted?.[field] !== before[field]) now[field] = before[field];
        }
      }
    },
  };
}

function onMail(
  id: string,
  {
    title,
    checkId,
    isPresent,
    planted,
  }: {
    title: string;
    checkId: string;
    isPresent: (mail: DirectoryState['mail']) => boolean;
    planted: Partial<DirectoryState['mail']>;
  },
): ShopDefect {
  return {
    ...PLAIN,
    ...{ id, title, checkId },
    isPresent: (shop) => isPresent(directoryOf(shop).mail),
    plant: (shop) => void Object.assign(directoryOf(shop).mail, planted),
    mend(shop) {
      const { mail } = cleanDirectory(shop.handle);
      const fields = Object.keys(planted) as (keyof DirectoryState['mail'])[];
      Object.assign(directoryOf(shop).mail, Object.fromEntries(fields.map((field) => [field, mail[field]])));
    },
  };
}

function extraPerson({
  person,
  ...named
}: Pick<ShopDefect, 'id' | 'title' | 'checkId'> & { person: (shop: ShopState) => DirectoryPerson }): ShopDefect {
  const others = (shop: ShopState) => directoryOf(shop).people.filter(({ email }) => email !== person(shop).email);
  return {
    ...PLAIN,
    ...named,
    isPresent: (shop) => directoryOf(shop).people.some(({ email }) => email === person(shop).email),
    plant: (shop) => void (directoryOf(shop).people = [...others(shop), person(shop)]),
    mend: (shop) => void (directoryOf(shop).people = others(shop)),
  };
}
