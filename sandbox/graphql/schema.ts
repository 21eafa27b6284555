import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

import { accessRules, type AccessRules, type SchemaAccess } from './access.ts';

/** The one version that the sandbox holds; older names fall forward to it. */
export const SCHEMA_VERSION = '2026-10';

export interface AdminSchema {
  readonly schema: GraphQLSchema;
  readonly access: AccessRules;
}

let loaded: AdminSchema | undefined;

/** Shopify's published Admin schema, as @shopify/ai-toolkit ships it (MIT). Half a second the first time. */
export function adminSchema(): AdminSchema {
  loaded ??= load();
  return loaded;
}

function load(): AdminSchema {
  const toolkit = dirname(createRequire(import.meta.url).resolve('@shopify/ai-toolkit/package.json'));
  const file = join(toolkit, 'skills/shopify-admin/assets', `admin_${SCHEMA_VERSION}.json.br`);
  const published = JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as {
    data: IntrospectionQuery & SchemaAccess;
  };
  return { schema: buildClientSchema(published.data, { assumeValid: true }), access: accessRules(published.data) };
}
