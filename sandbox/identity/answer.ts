import type { RawReply } from '../raw-reply.ts';
import type { IdentityCall, IdentityFake, IdentityReply } from './call.ts';
import type { DirectoryState } from './directory-state.ts';
import { google } from './google.ts';
import { microsoft } from './microsoft.ts';
import { okta } from './okta.ts';

export const IDENTITY_FAKES: readonly IdentityFake[] = [google, microsoft, okta];

/** Answers one call to a provider's host, truly or as the shop's fault says. Null: no provider has this host. */
export function answerIdentity(
  call: IdentityCall,
  directoryOf: (handle: string) => DirectoryState | undefined,
  now: Date,
): RawReply | null {
  const fake = IDENTITY_FAKES.find((one) => one.isHost(call.host));
  if (!fake) return null;
  const found = fake.shopOf(call, directoryOf);
  if (!found) return text(fake.troubles.revoked);
  const { fault } = found.directory;
  if (fault === 'hang') return { kind: 'silence' };
  if (fault === 'html') {
    return { kind: 'text', status: 200, type: 'html', text: '<!doctype html><title>502</title>', headers: {} };
  }
  if (fault === 'revoked' || fault === 'not-permitted' || fault === 'limited') return text(fake.troubles[fault]);
  const reply = fake.answer(call, found, now);
  const isList = call.method === 'GET' && reply.status === 200;
  if (fault === 'looping' && isList) return text(fake.withNext(reply, call, 'same'));
  if (fault === 'elsewhere' && isList) return text(fake.withNext(reply, call, 'elsewhere'));
  const whole = text(reply);
  return fault === 'truncated' ? { ...whole, text: whole.text.slice(0, Math.floor(whole.text.length / 2)) } : whole;
}

function text({ status, json, headers = {} }: IdentityReply): RawReply & { kind: 'text' } {
  return { kind: 'text', status, type: 'json', text: JSON.stringify(json), headers };
}
