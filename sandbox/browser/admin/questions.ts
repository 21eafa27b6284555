import type { Question, ScopesDetail } from '../protocol.ts';
import { mayLeave } from './bars.ts';
import { boot } from './boot.ts';
import { control, sessionToken } from './control.ts';
import { choose } from './dialog.ts';
import { element } from './elements.ts';

/** What the app asks and the admin answers. */
export function answer(question: Question): Promise<unknown> {
  switch (question.what) {
    case 'idToken':
      return sessionToken();
    case 'user':
      return Promise.resolve({ accountAccess: boot.isOwner ? 'Full access' : 'Limited access' });
    case 'mayLeave':
      // A person who stays never answers: the app's promise waits, as in the real admin.
      return mayLeave().then((isFine) => (isFine ? true : new Promise<never>(() => undefined)));
    case 'scopes':
      return scopes();
    case 'requestScopes':
      return requestScopes(question.scopes);
    case 'revokeScopes':
      return control.scopes({ revoke: question.scopes }).then(async () => ({ detail: await scopes() }));
  }
}

async function scopes(): Promise<ScopesDetail> {
  return (await control.describe()).scopes;
}

/** Shopify shows one grant screen for all of them; all or none are granted. */
async function requestScopes(wanted: readonly string[]): Promise<unknown> {
  const before = await scopes();
  const unknown = wanted.filter((scope) => !before.required.includes(scope) && !before.optional.includes(scope));
  if (unknown.length > 0) throw new Error(`The app's configuration does not list these scopes: ${unknown.join(', ')}.`);
  const missing = wanted.filter((scope) => !before.granted.includes(scope));
  const isGranted = missing.length === 0 || (await grantScreen(missing));
  if (isGranted && missing.length > 0) await control.scopes({ grant: missing });
  return { result: isGranted ? 'granted-all' : 'declined-all', detail: await scopes() };
}

function grantScreen(missing: readonly string[]): Promise<boolean> {
  return choose({
    title: 'Prahari asks for more access',
    content: [
      element('p', {}, 'It would be allowed to:'),
      element('ul', {}, ...missing.map((scope) => element('li', {}, element('code', {}, scope)))),
    ],
    yes: 'Allow',
    no: 'Not now',
  });
}
