import { z } from 'zod';
import type { AccountKind } from '../../../core/evidence/people.ts';
import { parseEvidence, outsideText } from '../../collect/parse-evidence.ts';
import type { ReadAccount, SourceReading } from './source.ts';

const KINDS: Readonly<Record<string, AccountKind>> = {
  regular: 'regular',
  restricted: 'restricted',
  invited: 'invited',
  requested: 'requested',
  collaborator: 'collaborator',
  saml: 'saml',
};

const Answer = z.object({
  users: z
    .array(
      z.object({
        email: outsideText(320),
        first_name: outsideText(100).nullish(),
        last_name: outsideText(100).nullish(),
        account_owner: z.boolean(),
        user_type: outsideText(40).nullish(),
        'tfa_enabled?': z.boolean().nullish(),
      }),
    )
    .max(5_000),
});

/**
 * The store's people as the older REST API tells them, for a custom app on Plus. Whether `tfa_enabled?` is still kept true is
 * unverified, so that "yes" is taken and "no" is not: it would blame somebody on a guess. Source: REST Admin API, `User`.
 *
 * @throws {EvidenceShapeError}
 */
export function restUsers(json: unknown): SourceReading {
  const { users } = parseEvidence(Answer, json);
  const accounts = users.map((user): ReadAccount => {
    const kind = KINDS[user.user_type ?? ''];
    const name = [user.first_name, user.last_name].filter(Boolean).join(' ');
    return {
      ...{ login: user.email, email: user.email, name: name === '' ? null : name, role: null },
      facts: {
        isOwner: user.account_owner,
        ...(kind && { kind }),
        ...(user['tfa_enabled?'] === true && { secondFactor: 'unnamed' as const }),
      },
    };
  });
  return { service: 'shopify', accounts, tells: ['isOwner', 'kind', 'secondFactor'], isFull: true, policy: null };
}
