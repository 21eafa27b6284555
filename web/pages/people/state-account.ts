import type { AccountRow, ChangeAccount } from '../../../core/api/people.ts';
import type { SecondFactor } from '../../../core/evidence/people.ts';

export const YES_NO_FACTS = ['isActive', 'isShared', 'isAdmin', 'isOwner'] as const;
type YesNoFact = (typeof YES_NO_FACTS)[number];

/** What the shop itself said of an account; '' is "not said". */
export type StateInput = { readonly secondFactor: SecondFactor | '' } & { readonly [F in YesNoFact]: string };

/** The statements of a person that stand; those of other sources are not the manager's to change. */
export function stateInputOf({ facts }: AccountRow): StateInput {
  const said = (fact: YesNoFact) => {
    const own = facts[fact]?.find(({ source }) => source === 'attestation');
    return own === undefined ? '' : own.value ? 'yes' : 'no';
  };
  return {
    secondFactor: facts.secondFactor?.find(({ source }) => source === 'attestation')?.value ?? '',
    isActive: said('isActive'),
    isShared: said('isShared'),
    isAdmin: said('isAdmin'),
    isOwner: said('isOwner'),
  };
}

/** Only what is new: saying the same again would renew what nobody looked at. Null takes a statement back. */
export function changeOf(before: StateInput, after: StateInput): ChangeAccount {
  return {
    ...(after.secondFactor !== before.secondFactor && { secondFactor: after.secondFactor || null }),
    ...Object.fromEntries(
      YES_NO_FACTS.filter((fact) => after[fact] !== before[fact]).map((fact) => [
        fact,
        after[fact] === '' ? null : after[fact] === 'yes',
      ]),
    ),
  };
}
