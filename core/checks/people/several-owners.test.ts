import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook } from '../../../test/security-factories.ts';
import { severalOwners as check } from './several-owners.ts';

describe('security/several-owners', () => {
  it.each([
    ['one', [{ isOwner: true }, { isOwner: false }], 'pass'],
    ['two', [{ isOwner: true }, { isOwner: true }], 'fail'],
    ['two, one of them off', [{ isOwner: true }, { isOwner: true, isActive: false }], 'pass'],
    ['none said', [{ isOwner: undefined }], 'notAssessed'],
    ['none', [{ isOwner: false }], 'notAssessed'],
  ] as const)('%s: %s', (_, facts, outcome) => {
    const accounts = facts.map((one, place) => anAccount(one, { id: `a${place}` }));
    expect(assess(check, { people: aPeopleBook({ accounts }) }).outcome).toBe(outcome);
  });

  it('names three of many', () => {
    const accounts = [1, 2, 3, 4].map((place) =>
      anAccount({ isOwner: true }, { id: `a${place}`, label: `o${place}•••` }),
    );
    expect(assess(check, { people: aPeopleBook({ accounts }) }).findings).toMatchObject([
      { data: { count: 4, labels: 'o1•••, o2•••, o3•••' }, severity: 'low' },
    ]);
  });
});
