import { z } from 'zod';
import type { AccountKind } from '../../../core/evidence/people.ts';
import { STAFF_MEMBERS } from '../../collect/documents.ts';
import { pagesOf } from '../../collect/pages.ts';
import { outsideText, pageInfo } from '../../collect/parse-evidence.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import type { ReadAccount, SourceReading } from './source.ts';

/** Beyond it is a loop: no store has so many people. */
const MOST_PAGES = 50;
/** Shopify enables it app by app, for stores on Plus and Advanced. Where it is not granted, nothing is asked. */
export const STAFF_SCOPE = 'read_users';

const KINDS: Readonly<Record<string, AccountKind>> = {
  REGULAR: 'regular',
  RESTRICTED: 'restricted',
  INVITED: 'invited',
  INVITED_STORE_OWNER: 'invited',
  REQUESTED: 'requested',
  COLLABORATOR: 'collaborator',
  COLLABORATOR_TEAM_MEMBER: 'collaborator',
  SAML: 'saml',
};

const Answer = z.object({
  staffMembers: z.object({
    nodes: z.array(
      z.object({
        active: z.boolean(),
        isShopOwner: z.boolean(),
        accountType: outsideText(40).nullable(),
        email: outsideText(320),
        name: outsideText(200),
      }),
    ),
    pageInfo,
  }),
});

/**
 * The store's people, as Shopify lists them: who is owner, collaborator, invited. Nothing of second factors, passwords or
 * log-ins: no field of Shopify's tells. Source: Admin GraphQL `staffMembers`.
 *
 * @throws {AccessDeniedError} the scope is not granted after all, or the plan does not allow it
 * @throws the errors of AdminApi
 */
export async function readStaff(admin: AdminApi, signal: AbortSignal): Promise<SourceReading> {
  const accounts: ReadAccount[] = [];
  const pages = pagesOf(
    { document: STAFF_MEMBERS, answer: Answer, page: ({ staffMembers }) => staffMembers },
    { admin, signal, scopes: [STAFF_SCOPE], maxPages: MOST_PAGES },
  );
  for await (const nodes of pages) {
    for (const { active, isShopOwner, accountType, email, name } of nodes) {
      const kind = KINDS[accountType ?? ''];
      const facts = { isActive: active, isOwner: isShopOwner, ...(kind && { kind }) };
      accounts.push({ login: email, email, name: name === '' ? null : name, role: null, facts });
    }
  }
  return { service: 'shopify', accounts, tells: ['isActive', 'isOwner', 'kind'], isFull: true, policy: null };
}
