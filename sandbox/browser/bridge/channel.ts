import type { Envelope, FromAdmin, FromApp, Question } from '../protocol.ts';

/** The admin serves this script, so its address tells whom to trust. Only valid while the script first runs. */
const SCRIPT = document.currentScript as HTMLScriptElement;
export const ADMIN_ORIGIN = new URL(SCRIPT.src).origin;
export const IS_EMBEDDED = window.parent !== window;

const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
const listeners = new Set<(message: FromAdmin) => void>();
let lastQuestion = 0;

export function apiKey(): string {
  return (
    SCRIPT.dataset['apiKey'] ?? document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content ?? ''
  );
}

/** What was said before the admin's own script listened. */
let outbox: FromApp[] | null = [];

/** Tells the admin around us. Outside an admin there is nobody to tell. */
export function tell(message: FromApp): void {
  if (outbox) outbox.push(message);
  else post(message);
}

function post(message: FromApp): void {
  if (IS_EMBEDDED) window.parent.postMessage({ prahariSandbox: message } satisfies Envelope<FromApp>, ADMIN_ORIGIN);
}

export function ask(question: Question): Promise<unknown> {
  const id = (lastQuestion += 1);
  const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  tell({ kind: 'ask', id, question });
  return answer;
}

export function listen(listener: (message: FromAdmin) => void): void {
  listeners.add(listener);
}

window.addEventListener('message', (event: MessageEvent<Partial<Envelope<FromAdmin>> | null>) => {
  if (event.source !== window.parent || event.origin !== ADMIN_ORIGIN) return;
  const message = event.data?.prahariSandbox;
  if (!message) return;
  if (message.kind === 'ready') {
    const said = outbox ?? [];
    outbox = null;
    said.forEach(post);
  } else if (message.kind === 'answer' || message.kind === 'refusal') {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.reason));
  } else {
    for (const listener of listeners) listener(message);
  }
});

post({ kind: 'hello' });
