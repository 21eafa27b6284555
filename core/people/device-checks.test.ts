import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../test/a-gstin.ts';
import { aPeopleBook, aPerson, anAccount, LATER, someSelfChecks, YESTERDAY } from '../../test/security-factories.ts';
import { activePeople } from './active-people.ts';
import { devicesOf } from './device-checks.ts';

const [device] = someSelfChecks().devices;
const asked = (personId: string) => ({ personId, label: personId, askedAt: YESTERDAY });
const answer = (personId: string, checkedAt = YESTERDAY) =>
  ({ ...device, personId, checkedAt }) as NonNullable<typeof device>;

describe('activePeople', () => {
  const nobody = someSelfChecks({ asked: [], passwords: [], devices: [] });

  it('are who holds an account, or was asked, and has not left', () => {
    const people = aPeopleBook({
      people: [aPerson(), aPerson({ id: 'idle' }), aPerson({ id: 'left', leftAt: YESTERDAY }), aPerson({ id: 'off' })],
      accounts: [
        anAccount(),
        anAccount({}, { personId: 'left' }),
        anAccount({ isActive: false }, { personId: 'off' }),
        anAccount({}, { personId: null }),
      ],
    });
    const ids = (checks = nobody) => activePeople(people, checks, AS_OF).map(({ id }) => id);
    expect(ids()).toEqual(['p1']);
    expect(ids({ ...nobody, asked: [asked('new'), asked('left')] })).toEqual(['p1', 'new']);
  });

  it('without a register are who was asked', () => {
    expect(activePeople(undefined, { ...nobody, asked: [asked('new')] }, AS_OF).map(({ id }) => id)).toEqual(['new']);
    expect(activePeople(undefined, nobody, AS_OF)).toEqual([]);
  });

  it('still count who leaves tomorrow', () => {
    const people = aPeopleBook({ people: [aPerson({ leftAt: LATER })] });
    expect(activePeople(people, nobody, AS_OF)).toHaveLength(1);
  });
});

describe('devicesOf', () => {
  it.each([
    ['nobody answered', [], 'not-stated', 0, 1],
    ['an answer of the 90th day', [answer('p1', '2026-08-24T06:30:00.000Z')], null, 1, 0],
    ['an answer of the 91st day', [answer('p1', '2026-08-23T06:30:00.000Z')], 'expired', 0, 1],
    ['an answer of tomorrow', [answer('p1', LATER)], 'not-stated', 0, 1],
  ] as const)('%s', (_, devices, gap, live, silent) => {
    const seen = devicesOf(aPeopleBook(), someSelfChecks({ asked: [], passwords: [], devices }), AS_OF, 90);
    expect([seen.gap, seen.live.length, seen.silent.length]).toEqual([gap, live, silent]);
  });
});
