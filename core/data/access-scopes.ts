import { ADMIN_READ_SCOPES } from './access-scopes/admin-read.ts';
import { ADMIN_WRITE_SCOPES } from './access-scopes/admin-write.ts';
import { STOREFRONT_AND_CUSTOMER_SCOPES } from './access-scopes/storefront-and-customer.ts';

/** 0 public, 1 business figures, 2 change of business or minor personal, 3 personal or money read, 4 the gravest. */
export type Sensitivity = 0 | 1 | 2 | 3 | 4;

/** What a permission of Shopify's opens. Sources: the Admin schema 2026-10 and the pages on access scopes. */
export interface AccessScope {
  readonly scope: string;
  readonly resource: string;
  /** Of protected customer data: 0 none, 1 without name and address, 2 with them. */
  readonly customerDataLevel: 0 | 1 | 2;
  readonly sensitivity: Sensitivity;
  /** It can put markup or script before shoppers. */
  readonly isStorefrontCode: boolean;
  readonly reason: string;
  readonly source: string;
}

/** Every scope, as of the version 2026-10. */
export const ACCESS_SCOPES: readonly AccessScope[] = [
  ...ADMIN_READ_SCOPES,
  ...ADMIN_WRITE_SCOPES,
  ...STOREFRONT_AND_CUSTOMER_SCOPES,
];

const BY_NAME: ReadonlyMap<string, AccessScope> = new Map(ACCESS_SCOPES.map((row) => [row.scope, row]));

/** Null: a scope that we do not know, which is not a harmless one. */
export function accessScope(name: string): AccessScope | null {
  return BY_NAME.get(name) ?? null;
}
