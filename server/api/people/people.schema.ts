import { z } from 'zod';
import {
  IDENTITY_PROVIDERS,
  IMPORT_FIELDS,
  MOST_IMPORT_KB,
  PROVIDER_PROBLEMS,
  type AccountRow,
  type AddAccount,
  type AddPerson,
  type ChangeAccount,
  type ChangePerson,
  type ConfirmAccounts,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
  type MergePeople,
  type PeopleRegister,
  type PersonRow,
  type ProviderState,
  type UseService,
} from '../../../core/api/people.ts';
import { SENSITIVE_SERVICES } from '../../../core/data/sensitive-services.ts';
import {
  ACCOUNT_FACTS,
  ACCOUNT_KINDS,
  PEOPLE_SOURCES,
  SECOND_FACTORS,
  type AccountFacts,
  type PeopleReading,
} from '../../../core/evidence/people.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { isEmail, normalLogin } from '../../people/logins.ts';
import { Id, InstantText } from '../shapes.ts';

const service = z.enum(SENSITIVE_SERVICES);
const line = (longest: number) =>
  z
    .string()
    .max(4 * longest)
    .transform((text) => visibleText(text).trim())
    .pipe(z.string().max(longest));
const name = line(120).pipe(z.string().min(1));
const role = line(120)
  .transform((text) => (text === '' ? null : text))
  .nullable();
const email = z
  .string()
  .max(400)
  .transform((text) => normalLogin(text))
  .refine((text) => text !== null && isEmail(text), 'bad_email');
const login = z
  .string()
  .max(400)
  .transform((text) => normalLogin(text))
  .refine((text): text is string => text !== null, 'empty');
const yesNo = z.boolean().nullable().exactOptional();
const notEmpty = (change: object) => Object.keys(change).length > 0;

export const AddPersonBody = z.strictObject({
  name,
  email: z.union([z.null(), email]),
  role,
}) satisfies z.ZodType<AddPerson>;

export const ChangePersonBody = z
  .strictObject({ name: name.exactOptional(), role: role.exactOptional(), hasLeft: z.boolean().exactOptional() })
  .refine(notEmpty, 'empty') satisfies z.ZodType<ChangePerson>;

export const MergeBody = z
  .strictObject({ from: Id, into: Id })
  .refine(({ from, into }) => from !== into, 'same') satisfies z.ZodType<MergePeople>;

export const AddAccountBody = z.strictObject({
  personId: Id.nullable(),
  service,
  login,
}) satisfies z.ZodType<AddAccount>;

export const ChangeAccountBody = z
  .strictObject({
    personId: Id.nullable().exactOptional(),
    secondFactor: z.enum(SECOND_FACTORS).nullable().exactOptional(),
    ...{ isActive: yesNo, isShared: yesNo, isAdmin: yesNo, isOwner: yesNo },
  })
  .refine(notEmpty, 'empty') satisfies z.ZodType<ChangeAccount>;

export const ConfirmBody = z.strictObject({ ids: z.array(Id).min(1).max(500) }) satisfies z.ZodType<ConfirmAccounts>;

export const UseServiceBody = z.strictObject({
  service,
  isUsed: z.boolean().nullable(),
}) satisfies z.ZodType<UseService>;

export const ImportBody = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(MOST_IMPORT_KB * 1024),
  service,
  source: z.enum(['users-export', 'csv']),
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.string().max(400)),
}) satisfies z.ZodType<ImportRequest>;

const text = z.string();
const count = z.number().int().nonnegative();
const source = z.enum(PEOPLE_SOURCES);
const field = z.enum(IMPORT_FIELDS);
const fact = z.enum(ACCOUNT_FACTS);

const said = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ value, source, statedAt: text, expiresAt: text.nullable() })).exactOptional();
const facts: z.ZodType<AccountRow['facts']> = z.strictObject({
  isActive: said(z.boolean()),
  isOwner: said(z.boolean()),
  isAdmin: said(z.boolean()),
  kind: said(z.enum(ACCOUNT_KINDS)),
  secondFactor: said(z.enum(SECOND_FACTORS)),
  isSecondFactorEnforced: said(z.boolean()),
  lastSignInAt: said(text.nullable()),
  passwordStrength: said(z.enum(['strong', 'weak'])),
  passwordLength: said(z.enum(['compliant', 'non-compliant'])),
  isShared: said(z.boolean()),
} satisfies Record<keyof AccountFacts, z.ZodType>);

export const AccountAnswer: z.ZodType<AccountRow> = z.strictObject({
  ...{ id: Id, service, login: text, facts },
  isGenericMailbox: z.boolean(),
  conflicts: z.array(fact).readonly(),
  confirmedOn: text.nullable(),
});

export const PersonAnswer: z.ZodType<PersonRow> = z.strictObject({
  ...{ id: Id, name: text, email: text.nullable(), role: text.nullable(), leftAt: text.nullable() },
  accounts: z.array(AccountAnswer).readonly(),
  selfCheck: z.strictObject({
    invitedAt: text.nullable(),
    passwordCheckedAt: text.nullable(),
    deviceCheckedAt: text.nullable(),
  }),
});

export const ProviderAnswer: z.ZodType<ProviderState> = z.strictObject({
  provider: z.enum(IDENTITY_PROVIDERS),
  isConnected: z.boolean(),
  keyEnding: z.string().max(5).nullable(),
  connectedAt: InstantText.nullable(),
  lastReadAt: InstantText.nullable(),
  accounts: count,
  problem: z.enum(PROVIDER_PROBLEMS).nullable(),
  pausedUntil: InstantText.nullable(),
});

const reading: z.ZodType<PeopleReading> = z.strictObject({
  ...{ source, readAt: InstantText, accounts: count },
  tells: z.array(fact).readonly(),
});

export const RegisterAnswer: z.ZodType<PeopleRegister> = z.strictObject({
  people: z.array(PersonAnswer).readonly(),
  unmatched: z.array(AccountAnswer).readonly(),
  readings: z.array(reading).readonly(),
  providers: z.array(ProviderAnswer).readonly(),
  services: z.record(service, z.boolean().nullable()),
  imports: z
    .array(
      z.strictObject({
        ...{ id: Id, importedAt: InstantText, service, accounts: count, canUndo: z.boolean() },
        source: z.enum(['users-export', 'csv']),
      }),
    )
    .readonly(),
});

export const PreviewAnswer: z.ZodType<ImportPreview> = z.strictObject({
  headers: z.array(text).readonly(),
  columns: z.partialRecord(field, text),
  notFound: z.array(field).readonly(),
  rows: count,
  sample: z.array(z.partialRecord(field, text)).readonly(),
  problems: z
    .array(
      z.strictObject({
        line: count,
        problem: z.enum(['no-email', 'bad-email', 'duplicate', 'unreadable', 'bad-value']),
      }),
    )
    .readonly(),
});

export const ImportAnswer: z.ZodType<ImportResult> = z.strictObject({
  ...{ added: count, updated: count, gone: count, skipped: count, importId: Id },
});

export const ServicesAnswer: z.ZodType<{ services: PeopleRegister['services'] }> = z.strictObject({
  services: z.record(service, z.boolean().nullable()),
});

export const ConfirmAnswer = z.strictObject({ confirmed: count });
