import { element } from './element.ts';

/** A button that is not the next thing to do. */
export function plainButton(words: string, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'plain' }, words);
  button.addEventListener('click', act);
  return button;
}
