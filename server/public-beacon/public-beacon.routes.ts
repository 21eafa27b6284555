import Router from 'koa-router';
import type { BeaconIntake, BeaconOutcome } from '../beacon/beacon-intake.ts';
import { ForgedReportError } from '../beacon/beacon-intake.ts';
import { BeaconReport, LONGEST_REPORT_BYTES } from '../beacon/beacon-report.ts';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { parse, parseJson, rawBody, UnsupportedBodyError } from '../http/body.ts';
import { networkOf } from '../http/network.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppState } from '../http/state.ts';

/** Many phones of one carrier come from one address. */
const PER_MINUTE = 120;

export type BeaconReportOutcome = BeaconOutcome | 'forged' | 'malformed' | 'flood';

/**
 * Reports of real browsers, from pages of shops that switched it on. A simple request: no cookie is read or set, no origin
 * is let in by name, no answer holds anything, and nothing of the visitor is kept or logged. What is well-formed is
 * answered alike, whether it counts or not.
 */
export function publicBeaconRoutes({
  intake,
  clock,
  observe,
}: {
  intake: Pick<BeaconIntake, 'take'>;
  clock: Clock;
  observe: (outcome: BeaconReportOutcome) => void;
}): Router<AppState> {
  const requests = new TokenBuckets(PER_MINUTE);
  const router = new Router<AppState>();

  router.post('/beacon', async (ctx) => {
    const waitS = requests.take(networkOf(ctx.ip), clock.now().getTime());
    if (waitS > 0) {
      observe('flood');
      throw new TooManyRequestsError('That was a lot at once. Please wait a moment.', waitS);
    }
    let outcome: BeaconReportOutcome = 'malformed';
    try {
      const bytes = await rawBody(ctx, LONGEST_REPORT_BYTES);
      if (!ctx.is('text/plain')) throw new UnsupportedBodyError('Send the report as text/plain.');
      const report = parse(BeaconReport, parseJson(bytes));
      outcome = await intake.take(report);
    } catch (error) {
      if (error instanceof ForgedReportError) outcome = 'forged';
      throw error;
    } finally {
      observe(outcome);
    }
    ctx.status = 204;
  });

  return router;
}
