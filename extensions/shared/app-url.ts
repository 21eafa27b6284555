declare const process: { readonly env: { readonly APP_URL?: string } };

/** The address in shopify.app.toml; a test holds both together. */
const DEPLOYED_AT = 'https://prahari.example';

/**
 * Origin of our server, without a slash. The build puts the address of a development tunnel in place of the variable;
 * where it puts none, a browser knows no `process`.
 */
export function appUrl(): string {
  try {
    return (process.env.APP_URL ?? DEPLOYED_AT).replace(/\/$/, '');
  } catch {
    return DEPLOYED_AT;
  }
}
