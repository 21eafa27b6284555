import type { Person, ShopState } from '../shops/shop-state.ts';
import type { TokenBook, TokenPair } from './token-book.ts';
import type { SessionTokenClaims } from './verify-session-token.ts';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE_TOKEN = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE_TOKEN = 'urn:shopify:params:oauth:token-type:online-access-token';

export interface GrantAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface GrantContext {
  readonly shop: ShopState;
  readonly tokens: TokenBook;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly verify: (sessionToken: string) => SessionTokenClaims | null;
}

type Form = Readonly<Record<string, unknown>>;

/** POST /admin/oauth/access_token: token exchange, refresh, and the one-way change to an expiring token. */
export function grantToken(form: Form, context: GrantContext): GrantAnswer {
  const { shop } = context;
  if (form['client_id'] !== context.clientId || form['client_secret'] !== context.clientSecret) {
    return refusal(401, 'invalid_client', 'Client id or secret is wrong.');
  }
  if (!shop.installation.isInstalled || shop.faults.uninstalled) {
    return refusal(400, 'invalid_request', 'The app is not installed in this shop: install it in the admin first.');
  }
  if (form['grant_type'] === 'refresh_token') return refreshed(form, context);
  if (form['grant_type'] === TOKEN_EXCHANGE) return exchanged(form, context);
  return refusal(400, 'unsupported_grant_type', 'This grant type is not known.');
}

function refreshed(form: Form, { shop, tokens }: GrantContext): GrantAnswer {
  if (shop.faults.revokedToken) return refusal(400, 'invalid_grant', 'The refresh token was revoked.');
  const pair = tokens.refresh(shop.domain, textOf(form['refresh_token']));
  if (!pair) return refusal(400, 'invalid_grant', 'The refresh token has expired or was replaced.');
  return answerPair(pair, shop);
}

function exchanged(form: Form, context: GrantContext): GrantAnswer {
  const { shop, tokens } = context;
  const subject = textOf(form['subject_token']);
  const isExpiring = form['expiring'] === '1' || form['expiring'] === 1 || form['expiring'] === true;

  if (form['subject_token_type'] === OFFLINE_TOKEN) {
    if (!isExpiring || !tokens.isGood(shop.domain, subject)) return invalidSubject();
    tokens.retire(shop.domain, subject);
    return answerPair(tokens.issueExpiring(shop.domain), shop);
  }
  if (form['subject_token_type'] !== ID_TOKEN)
    return refusal(400, 'invalid_request', 'The subject token type is not known.');
  const claims = context.verify(subject);
  if (!claims) return invalidSubject();

  if (form['requested_token_type'] === ONLINE_TOKEN) return answerOnline(claims, context);
  if (form['requested_token_type'] !== OFFLINE_TOKEN) {
    return refusal(400, 'invalid_request', 'The requested token type is not known.');
  }
  if (isExpiring) return answerPair(tokens.issueExpiring(shop.domain), shop);
  return { status: 200, body: { access_token: tokens.issueNonExpiring(shop.domain), scope: scopeOf(shop) } };
}

function answerPair(pair: TokenPair, shop: ShopState): GrantAnswer {
  const lives = { expires_in: pair.expiresInS, refresh_token_expires_in: pair.refreshExpiresInS };
  return {
    status: 200,
    body: {
      access_token: pair.accessToken,
      refresh_token: pair.refreshToken,
      scope: scopeOf(shop),
      ...(!shop.faults.omitExpiresIn && lives),
    },
  };
}

function answerOnline({ userId }: SessionTokenClaims, { shop, tokens }: GrantContext): GrantAnswer {
  const person = shop.people.find(({ id }) => id === userId);
  if (!person) return invalidSubject();
  const { accessToken, expiresInS } = tokens.issueOnline(shop.domain);
  return {
    status: 200,
    body: {
      access_token: accessToken,
      scope: scopeOf(shop),
      expires_in: expiresInS,
      associated_user_scope: scopeOf(shop),
      associated_user: associatedUser(person),
    },
  };
}

function associatedUser(person: Person): Record<string, unknown> {
  return {
    id: Number(person.id),
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    email_verified: true,
    account_owner: person.isOwner,
    locale: person.locale,
    collaborator: person.isCollaborator,
  };
}

function scopeOf(shop: ShopState): string {
  return shop.installation.grantedScopes.join(',');
}

function invalidSubject(): GrantAnswer {
  return refusal(400, 'invalid_subject_token', 'The subject token is not valid, or its time is over.');
}

function refusal(status: number, error: string, description: string): GrantAnswer {
  return { status, body: { error, error_description: description } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
