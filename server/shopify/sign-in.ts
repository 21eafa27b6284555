import type { Middleware } from '../http/state.ts';
import type { MemberDirectory } from './lifecycle.ts';
import type { OAuth } from './oauth.ts';
import { SessionTokenError } from './session-token.ts';
import type { VerifySessionToken } from './session-token.ts';
import type { ShopTokens } from './tokens.ts';

/**
 * Signs in every /api request by its session token. The shop comes from the verified token and from nowhere else; the
 * role from our own directory, since a session token names a person, not rights.
 */
export function signIn({
  verify,
  tokens,
  oauth,
  members,
}: {
  verify: VerifySessionToken;
  tokens: ShopTokens;
  oauth: OAuth;
  members: MemberDirectory;
}): Middleware {
  return async (ctx, next) => {
    const [, sessionToken] = /^Bearer ([\w.-]+)$/.exec(ctx.get('Authorization')) ?? [];
    if (sessionToken === undefined) throw new SessionTokenError();
    const { shop, userId } = await verify(sessionToken);
    await tokens.ensure(shop, sessionToken);
    const role = await members.roleOf(shop, userId, () => oauth.isAccountOwner(shop, userId, sessionToken));
    ctx.state.merchant = { shop, userId, role };
    await next();
  };
}
