import { createHash } from 'node:crypto';

import { connection, type PageArguments } from './connection.ts';

/** How Shopify names the app's reserved namespace in its answers. */
export const APP_NAMESPACE = 'app--900100200';
const APP_NAMESPACES = ['$app', APP_NAMESPACE, undefined, null];

/** Our own metafields on one thing: what the merchant or the app wrote there, under the app's reserved namespace. */
export function metafieldsOf(owner: { gid: string; updatedAt: string }, held: Readonly<Record<string, string | null>>) {
  const nodes = Object.entries(held).flatMap(([key, value], index) =>
    value === null
      ? []
      : [
          {
            __typename: 'Metafield',
            id: `gid://shopify/Metafield/${idIn(owner.gid)}${index}`,
            namespace: APP_NAMESPACE,
            key,
            value,
            jsonValue: value,
            type: 'single_line_text_field',
            compareDigest: digestOf(value),
            createdAt: owner.updatedAt,
            updatedAt: owner.updatedAt,
          },
        ],
  );
  return {
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) =>
      (isOurs(namespace) && nodes.find((node) => node.key === key)) || null,
    metafields: (args: PageArguments & { namespace?: string | null }) =>
      connection(isOurs(args.namespace) ? nodes : [], args),
  };
}

/** Whether this name leads to the app's own fields. */
export function isOurs(namespace: string | null | undefined): boolean {
  return APP_NAMESPACES.includes(namespace);
}

/** "gid://shopify/Order/12" → "12" */
function idIn(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}

/** What a later change may be held against, so that nobody writes over what she has not seen. */
export function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
