import type { AccountRow, PeopleRegister, PersonRow, ProviderState } from '../../core/api/people.ts';
import { IDENTITY_PROVIDERS } from '../../core/api/people.ts';
import {
  ACCOUNT_FACTS,
  type AccountFact,
  type AccountFacts,
  type PeopleSource,
  type Stated,
} from '../../core/evidence/people.ts';
import { SENSITIVE_SERVICES, type SensitiveService } from '../../core/data/sensitive-services.ts';

/** Two days before NOW. */
export const READ_AT = '2026-11-20T13:10:00.000Z';

export function aStatement<T>(value: T, parts: Partial<Stated<T>> = {}): Stated<T> {
  return { value, source: 'users-export', statedAt: READ_AT, expiresAt: '2027-02-18T13:10:00.000Z', ...parts };
}

/** An account of which one source states these facts. */
export function anAccountRow(
  facts: Partial<AccountFacts> = {},
  parts: Partial<AccountRow> & { readonly source?: PeopleSource } = {},
): AccountRow {
  const { source = 'users-export', ...rest } = parts;
  const all: Partial<AccountFacts> = { isActive: true, secondFactor: 'app', ...facts };
  const known = (Object.keys(all) as AccountFact[]).filter((fact) => all[fact] !== undefined);
  return {
    id: 'account-1',
    service: 'shopify',
    login: 'asha@invented-shop.example',
    isGenericMailbox: false,
    facts: Object.fromEntries(known.map((fact) => [fact, [aStatement<unknown>(all[fact], { source })]])),
    conflicts: [],
    confirmedOn: '2026-11-01',
    ...rest,
  };
}

/** An invented person with one Shopify account in order. */
export function aPersonRow(parts: Partial<PersonRow> = {}): PersonRow {
  return {
    id: 'person-1',
    name: 'Asha Invented',
    email: 'asha@invented-shop.example',
    role: 'Owner',
    leftAt: null,
    accounts: [anAccountRow()],
    selfCheck: { invitedAt: null, passwordCheckedAt: null, deviceCheckedAt: null },
    ...parts,
  };
}

export function aProviderState(parts: Partial<ProviderState> = {}): ProviderState {
  return {
    provider: 'google',
    isConnected: false,
    keyEnding: null,
    connectedAt: null,
    lastReadAt: null,
    accounts: 0,
    problem: null,
    pausedUntil: null,
    ...parts,
  };
}

/** Asha in order; Ravi with a second step that two sources tell differently, and a mailbox without one. */
export function aRegister(parts: Partial<PeopleRegister> = {}): PeopleRegister {
  return {
    people: [
      aPersonRow(),
      aPersonRow({
        id: 'person-2',
        name: 'Ravi Invented',
        email: 'ravi@invented-shop.example',
        role: null,
        accounts: [
          {
            ...anAccountRow({}, { id: 'account-2', login: 'ravi@invented-shop.example', confirmedOn: null }),
            facts: {
              secondFactor: [
                aStatement('none' as const),
                aStatement('app' as const, { source: 'attestation', expiresAt: '2027-01-01T00:00:00.000Z' }),
              ],
            },
            conflicts: ['secondFactor'],
          },
          anAccountRow(
            { secondFactor: 'none', kind: 'regular' },
            { id: 'account-3', service: 'mail', source: 'google', login: 'ravi@invented-shop.example' },
          ),
        ],
      }),
    ],
    unmatched: [],
    readings: [
      {
        source: 'users-export',
        readAt: READ_AT,
        tells: ACCOUNT_FACTS.filter((fact) => fact !== 'passwordStrength'),
        accounts: 2,
      },
    ],
    providers: IDENTITY_PROVIDERS.map((provider) => aProviderState({ provider })),
    services: noServices({ shopify: true, mail: true }),
    imports: [],
    ...parts,
  };
}

export function noPeople(): PeopleRegister {
  return aRegister({ people: [], readings: [], services: noServices() });
}

function noServices(parts: Partial<PeopleRegister['services']> = {}): PeopleRegister['services'] {
  return Object.fromEntries(
    SENSITIVE_SERVICES.map((service: SensitiveService) => [service, parts[service] ?? null]),
  ) as PeopleRegister['services'];
}
