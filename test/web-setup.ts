import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks, and Polaris or the router asks for while it is being imported. */
const nothing = (): void => undefined;

Object.defineProperty(globalThis, 'matchMedia', {
  value: (media: string) => ({
    media,
    matches: false,
    onchange: null,
    addListener: nothing,
    removeListener: nothing,
    addEventListener: nothing,
    removeEventListener: nothing,
    dispatchEvent: () => false,
  }),
});

Object.defineProperty(globalThis, 'ResizeObserver', {
  value: class {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  },
});

Object.assign(globalThis, { TextEncoder, TextDecoder });
