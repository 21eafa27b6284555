import { mark, type SElement, type Shape } from './shape.ts';

/** What opens: details that unfold, and words beside a thing. */
export const OVERLAYS: Readonly<Record<string, Shape>> = {
  's-details': {
    on: 'buyer',
    texts: ['toggleTransition'],
    flags: ['open', 'defaultOpen'],
    events: ['toggle', 'aftertoggle'],
    markup: '<details><summary data-focus><slot name="summary"></slot></summary><slot></slot></details>',
    setUp(details) {
      const inner = details.part_<HTMLDetailsElement>('details');
      inner.open = details.flag('defaultOpen');
      inner.addEventListener('toggle', () => details.dispatchEvent(new Event('toggle')));
    },
    update(details) {
      if (details.flag('open')) details.part_<HTMLDetailsElement>('details').open = true;
    },
  },
  's-summary': {
    on: 'buyer',
    setUp: (summary) => void (summary.slot = 'summary'),
  },
  's-tooltip': {
    on: 'both',
    setUp(tooltip) {
      tooltip.hidden = true;
      for (const [event, isShown] of [
        ['mouseover', true],
        ['focusin', true],
        ['mouseout', false],
        ['focusout', false],
      ] as const) {
        document.addEventListener(event, ({ target }) => {
          if (isAbout(target, tooltip)) tooltip.hidden = !isShown;
        });
      }
    },
    update(tooltip) {
      mark(tooltip, 'role', 'tooltip');
    },
  },
};

function isAbout(target: EventTarget | null, tooltip: SElement): boolean {
  return target instanceof HTMLElement && 'interestFor' in target && target.interestFor === tooltip.id;
}
