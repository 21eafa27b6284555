import type { RawReply } from '../raw-reply.ts';
import type { LookUpCall, LookUpFake } from './call.ts';
import type { LookUpFault, RegistryState } from './registry-state.ts';
import { cashfree } from './services/cashfree.ts';
import { cleartax } from './services/cleartax.ts';
import { sandboxCoIn } from './services/sandbox-co-in.ts';
import { setu } from './services/setu.ts';

export const LOOK_UP_FAKES: readonly LookUpFake[] = [sandboxCoIn, cashfree, setu, cleartax];

const HUGE_BYTES = 10 * 1024 * 1024;
const OTHER_NUMBER = '27AAAAA0000A1Z2';

/** Answers one call to one of the services' hosts, truly or as the shop's fault says. Null: no service has this host. */
export function answerLookUp(
  host: string,
  call: Omit<LookUpCall, 'isTestHost'>,
  registries: (handle: string) => RegistryState | undefined,
  nowIso: string,
): RawReply | null {
  const fake = LOOK_UP_FAKES.find(({ hosts }) => host === hosts.live || host === hosts.test);
  if (!fake) return null;
  const whole = { ...call, isTestHost: host === fake.hosts.test };
  const handle = fake.shopOf(whole);
  const registry = handle === null ? undefined : registries(handle);
  if (!registry) return text(fake.troubles['key-refused']);
  return misbehaving(fake, whole, registry, nowIso);
}

function misbehaving(fake: LookUpFake, call: LookUpCall, registry: RegistryState, nowIso: string): RawReply {
  const { fault } = registry;
  if (fault === 'hang') return { kind: 'silence' };
  if (fault === 'html') {
    const page = '<!doctype html><title>502</title><p>This is not JSON.</p>';
    return { kind: 'text', status: 200, type: 'html', text: page, headers: {} };
  }
  if (fault === 'expired-token' && call.headers['authorization'] !== undefined) {
    registry.fault = null; // once: the next token is good
    return text({ status: 403, json: { code: 403, message: 'Insufficient privilege' } });
  }
  if (isTrouble(fault)) return text(fake.troubles[fault]);
  const reply = text(fake.answer(call, registry, nowIso));
  if (fault === 'truncated') return { ...reply, text: reply.text.slice(0, Math.floor(reply.text.length / 2)) };
  if (fault === 'huge') return { ...reply, text: `{"filler":"${'x'.repeat(HUGE_BYTES)}",${reply.text.slice(1)}` };
  if (fault === 'other-number') return { ...reply, text: reply.text.replaceAll(numberOf(call), OTHER_NUMBER) };
  return reply;
}

function isTrouble(fault: LookUpFault | null): fault is keyof LookUpFake['troubles'] {
  return fault === 'limited' || fault === 'payment' || fault === 'key-refused' || fault === 'source-down';
}

function numberOf({ body, query }: LookUpCall): string {
  const number = body['gstin'] ?? body['GSTIN'] ?? query.get('gstin');
  return typeof number === 'string' && number !== '' ? number : 'no number';
}

function text({ status, json, headers = {} }: ReturnType<LookUpFake['answer']>): RawReply & { kind: 'text' } {
  return { kind: 'text', status, type: 'json', text: JSON.stringify(json), headers };
}
