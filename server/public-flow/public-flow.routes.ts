import Router from 'koa-router';
import { AppError, NotFoundError } from '../errors.ts';
import type { FlowDesk } from '../flow/flow-desk.ts';
import { parse, parseJson, rawBody } from '../http/body.ts';
import type { AppState } from '../http/state.ts';
import { isSigned } from '../shopify/webhook-signature.ts';
import { inTime, NotRecordedError, UnsignedWebhookError } from '../shopify/webhooks.ts';
import { FLOW_CALLS, isFlowAction, LONGEST_CALL_BYTES } from './flow-call.ts';

/**
 * Actions of ours in Shopify Flow: POST /flow/HANDLE. The signature is checked over the raw bytes before anything is read
 * from them, and the shop is the one that the signed body names. 200 brings the result, as the action's schema.graphql
 * says; 202 says that it is being worked on, and Shopify sends the same run again. A run that was answered is answered
 * alike for a week, and done once.
 */
export function publicFlowRoutes({ desk, secrets }: { desk: FlowDesk; secrets: readonly string[] }): Router<AppState> {
  const router = new Router<AppState>();

  router.post('/flow/:handle', async (ctx) => {
    const body = await rawBody(ctx, LONGEST_CALL_BYTES);
    if (!isSigned(body, ctx.get('X-Shopify-Hmac-Sha256'), secrets)) throw new UnsignedWebhookError();
    const handle: unknown = ctx.params['handle'];
    if (!isFlowAction(handle)) throw new NotFoundError();
    const call = parse(FLOW_CALLS[handle], parseJson(body));
    const result = await inTime(desk.take(call)).catch((cause: unknown) => {
      throw cause instanceof AppError ? cause : new NotRecordedError(cause);
    });
    ctx.set('Cache-Control', 'no-store');
    ctx.status = result === null ? 202 : 200;
    ctx.body = result === null ? {} : { return_value: result };
  });

  return router;
}
