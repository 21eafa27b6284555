import type { Call, Envelope, ExtensionState, FromFrame, Question, ToFrame } from './protocol.ts';

/** The page around an extension: the admin, a shop, or nothing but a test. */
export interface Around {
  /** The first state; later ones go to `onState`. */
  readonly state: Promise<ExtensionState>;
  onState(listener: (change: ExtensionState) => void): void;
  tell(call: Call): void;
  /** @throws {Error} the page refuses; its words */
  ask(question: Question): Promise<string | null>;
}

const seen: Call[] = [];
const listeners: ((change: ExtensionState) => void)[] = [];

/** What the extension did, oldest first. */
export const calls: readonly Call[] = seen;

/** By itself: the state stands behind "#" in the address, and tests read `calls`. */
export function bench(): Around {
  const text = decodeURIComponent(location.hash.slice(1));
  const state = (text === '' ? {} : JSON.parse(text)) as ExtensionState;
  return {
    state: Promise.resolve(state),
    onState: (listener) => void listeners.push(listener),
    tell: (call) => void seen.push(call),
    ask: (question) =>
      Promise.resolve(question.what === 'token' ? (state.token === undefined ? 'bench-token' : state.token) : null),
  };
}

/** Changes the state as the page around would: what a test calls. */
export function change(state: ExtensionState): void {
  for (const listener of listeners) listener(state);
}

/** Inside the admin or a shop, which speak by postMessage. */
export function embedded(): Around {
  const waiting = new Map<number, { answer: (value: string | null) => void; refuse: (error: Error) => void }>();
  let next = 0;
  const tell = (message: FromFrame): void =>
    parent.postMessage({ prahariExtension: message } satisfies Envelope<FromFrame>, '*');
  const state = new Promise<ExtensionState>((resolve) => listeners.push(resolve));

  window.addEventListener('message', (event: MessageEvent<Partial<Envelope<ToFrame>> | null>) => {
    if (event.source !== parent) return;
    const message = event.data?.prahariExtension;
    if (!message) return;
    if (message.kind === 'state') return change(message.state);
    if (message.kind === 'answer') waiting.get(message.id)?.answer(message.value);
    else waiting.get(message.id)?.refuse(new Error(message.reason));
    waiting.delete(message.id);
  });
  // The page's own body: what the extension takes for it is a part of that.
  const body = document.querySelector('body');
  const tellHeight = () => tell({ kind: 'height', px: Math.ceil(body?.getBoundingClientRect().height ?? 0) });
  if (body) new ResizeObserver(tellHeight).observe(body);
  tell({ kind: 'hello' });

  return {
    state,
    onState: (listener) => void listeners.push(listener),
    tell(call) {
      seen.push(call);
      tell({ kind: 'call', call });
    },
    ask: (question) =>
      new Promise((answer, refuse) => {
        const id = (next += 1);
        waiting.set(id, { answer, refuse });
        tell({ kind: 'ask', id, question });
      }),
  };
}
