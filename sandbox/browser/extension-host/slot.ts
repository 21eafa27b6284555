import type { Envelope, ExtensionState, FromFrame, HostedExtension, Question, ToFrame } from './protocol.ts';
import { follow } from './follow.ts';

/** Where one extension is shown, and what the page around it gives to it. */
export interface Slot {
  readonly element: HTMLElement;
  readonly target: string;
  readonly extension: HostedExtension;
  readonly locale: string;
  /** Changed in place as the page tells of changes. */
  state: ExtensionState;
}

/**
 * Shows an extension in a frame without an origin of its own, and answers what it asks. What it does with links, and
 * that it wants to close, the page is told by events of the slot.
 */
export function showIn(slot: Slot): HTMLIFrameElement {
  const { element, target, extension, locale } = slot;
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ target, locale, embedded: '1' });
  frame.src = `/sandbox/extension/${encodeURIComponent(extension.folder)}?${query.toString()}`;
  frame.title = locale.startsWith('hi') ? extension.name.hi : extension.name.en;
  frame.setAttribute('sandbox', 'allow-scripts allow-downloads');
  frame.style.cssText = 'display: block; width: 100%; height: 0; border: 0;';
  const tell = (message: ToFrame): void =>
    frame.contentWindow?.postMessage({ prahariExtension: message } satisfies Envelope<ToFrame>, '*');

  window.addEventListener('message', (event: MessageEvent<Partial<Envelope<FromFrame>> | null>) => {
    if (event.source !== frame.contentWindow) return;
    const message = event.data?.prahariExtension;
    if (message) act(message);
  });
  element.addEventListener('sandbox:state', (event) => {
    const change = (event as CustomEvent<ExtensionState>).detail;
    slot.state = { ...slot.state, ...change };
    tell({ kind: 'state', state: change });
  });
  element.append(frame);
  return frame;

  function act(message: FromFrame): void {
    switch (message.kind) {
      case 'hello':
        return tell({ kind: 'state', state: slot.state });
      case 'height':
        frame.style.height = `${message.px}px`;
        return;
      case 'ask':
        answer(slot, message.question).then(
          (value) => tell({ kind: 'answer', id: message.id, value }),
          (error: unknown) =>
            tell({ kind: 'refusal', id: message.id, reason: error instanceof Error ? error.message : 'refused' }),
        );
        return;
      case 'call':
        if (message.call.name === 'navigate') follow(element, message.call.url, message.call.inNewTab);
        if (message.call.name === 'close') element.dispatchEvent(new Event('sandbox:close', { bubbles: true }));
    }
  }
}

function answer({ element, state }: Slot, question: Question): Promise<string | null> {
  if (question.what === 'attribute') return writeAttribute(state.attributesUrl ?? '', question.change);
  const address =
    element.dataset['tokenUrl'] ??
    `/sandbox-extension-host/token?${new URLSearchParams({ customer: state.customerId ?? '' }).toString()}`;
  return tokenFrom(address);
}

async function tokenFrom(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The sandbox gives no session token here.');
  return ((await answer.json()) as { token: string }).token;
}

/** @throws {Error} the shop refuses, in its words */
async function writeAttribute(url: string, { key, value }: { key: string; value: string }): Promise<null> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ attributes: { [key]: value } }),
  });
  if (answer.ok) return null;
  const { message = 'The checkout refuses it.' } = (await answer.json().catch(() => ({}))) as { message?: string };
  throw new Error(message);
}
