import { z } from 'zod';

/** What Shopify takes in its files, read strictly: shapes of the command's sources and of its documentation. */
const Scope = z.string().regex(/^(read|write)_[a-z_]+$/);
const Handle = z.string().regex(/^[a-z][a-z0-9-]{1,49}$/);
const Topic = z.string().regex(/^[a-z_]+\/[a-z_]+$/);
const Path = z.string().regex(/^\/[\w/-]*$/);
const Version = z.string().regex(/^\d{4}-(01|04|07|10)$/);

const Definition = z.strictObject({
  type: z.enum(['single_line_text_field', 'json', 'boolean', 'date']),
  name: z.string().max(80),
  description: z.string().max(100),
  access: z.strictObject({ admin: z.enum(['merchant_read', 'merchant_read_write']) }),
});
const Metafields = z
  .strictObject({
    metafields: z.strictObject({ app: z.record(z.string().regex(/^[a-z_]{2,64}$/), Definition) }),
  })
  .optional();

export const AppToml = z.strictObject({
  client_id: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().max(30),
  handle: Handle,
  application_url: z.url({ protocol: /^https$/ }),
  embedded: z.literal(true),
  extension_directories: z.tuple([z.literal('extensions/*')]),
  build: z.strictObject({ automatically_update_urls_on_dev: z.boolean(), include_config_on_deploy: z.boolean() }),
  access_scopes: z.strictObject({
    scopes: z.string().refine((text) => text.split(',').every((one) => Scope.safeParse(one).success)),
    optional_scopes: z.array(Scope),
    use_legacy_install_flow: z.literal(false),
  }),
  auth: z.strictObject({ redirect_urls: z.array(z.url({ protocol: /^https$/ })).min(1) }),
  webhooks: z.strictObject({
    api_version: Version,
    subscriptions: z
      .array(
        z.strictObject({
          topics: z.array(Topic).optional(),
          compliance_topics: z.array(z.enum(['customers/data_request', 'customers/redact', 'shop/redact'])).optional(),
          uri: Path,
          filter: z.string().optional(),
          include_fields: z.array(z.string()).optional(),
        }),
      )
      .min(2),
  }),
  app_proxy: z.strictObject({
    url: Path,
    subpath: z.string().max(30),
    prefix: z.enum(['apps', 'a', 'community', 'tools']),
  }),
  pos: z.strictObject({ embedded: z.boolean() }),
  product: Metafields,
  variant: Metafields,
  order: Metafields,
  shop: Metafields,
});

export const WebToml = z.strictObject({
  name: z.string(),
  roles: z.array(z.enum(['frontend', 'backend', 'background'])).min(1),
  webhooks_path: Path,
  commands: z.strictObject({ dev: z.string(), build: z.string() }),
});

const Uid = z.uuid();
const named = { name: z.string().max(50), handle: Handle, uid: Uid, description: z.string().max(255).optional() };

const UiExtension = z.strictObject({
  ...named,
  type: z.literal('ui_extension'),
  targeting: z
    .array(z.strictObject({ module: z.string().startsWith('./src/'), target: z.string().regex(/^[a-z][a-z.-]+$/) }))
    .min(1),
  capabilities: z
    .strictObject({ api_access: z.boolean().optional(), network_access: z.boolean().optional() })
    .optional(),
});

const REFERENCES = ['order_reference', 'customer_reference', 'product_reference', 'company_reference'] as const;
const VALUES = [
  'single_line_text_field',
  'number_decimal',
  'url',
  'boolean',
  'email',
  'multi_line_text_field',
] as const;
const FlowField = z.union([
  z.strictObject({ type: z.enum(REFERENCES), required: z.boolean().optional() }),
  z.strictObject({
    type: z.enum(VALUES),
    key: z.string(),
    name: z.string().optional(),
    description: z.string().max(255).optional(),
    required: z.boolean().optional(),
  }),
]);
const fields = z.strictObject({ fields: z.array(FlowField).optional() });

const FlowTrigger = z.strictObject({ ...named, type: z.literal('flow_trigger') });
const FlowAction = z.strictObject({
  ...named,
  type: z.literal('flow_action'),
  runtime_url: z.string(),
  schema: z.string().optional(),
  return_type_ref: z.string().optional(),
});
const AdminLink = z.strictObject({
  ...named,
  type: z.literal('admin_link'),
  targeting: z
    .array(z.strictObject({ target: z.string().regex(/^admin\.[a-z-]+\.[a-z-]+\.link$/), url: Path }))
    .length(1),
});

/** A theme extension stands at the root of its file; all others in a list. */
export const ExtensionToml = z.strictObject({
  api_version: Version.optional(),
  name: z.string().max(30).optional(),
  handle: Handle.optional(),
  type: z.literal('theme').optional(),
  uid: Uid.optional(),
  extensions: z
    .array(z.discriminatedUnion('type', [UiExtension, FlowTrigger, FlowAction, AdminLink]))
    .length(1)
    .optional(),
  settings: fields.optional(),
});

/** Names of a trigger's or an action's fields. */
export function fieldKeysOf({ settings }: z.output<typeof ExtensionToml>): string[] {
  return (settings?.fields ?? []).flatMap((field) => ('key' in field ? [field.key] : []));
}
