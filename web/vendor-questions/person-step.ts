import { MOST_NAME_CHARS } from '../../core/api/vendor-questions.ts';
import { element } from '../link-page/element.ts';
import { plainButton } from '../link-page/plain-button.ts';
import type { Saying } from './texts.ts';

/** Asks who answers, once all questions have been seen. */
export function personStep({
  saying: { say },
  given,
  keep,
  back,
  next,
}: {
  saying: Saying;
  given: { readonly name: string; readonly role: string };
  keep: (person: { readonly name: string; readonly role: string }) => void;
  back: () => void;
  next: () => void;
}): HTMLElement {
  const bare = { type: 'text', class: 'name', maxlength: String(MOST_NAME_CHARS), 'aria-describedby': 'who-hint' };
  const name = element('input', { ...bare, id: 'name', autocomplete: 'name', value: given.name });
  const role = element('input', { ...bare, id: 'role', autocomplete: 'organization-title', value: given.role });
  const form = element(
    'form',
    { class: 'card' },
    element('p', { class: 'hint', id: 'who-hint' }, say('whoHint')),
    element('label', { class: 'over', for: 'name' }, say('name')),
    name,
    element('label', { class: 'over', for: 'role' }, say('role')),
    role,
    element('div', { class: 'acts' }, plainButton(say('back'), back), element('button', {}, say('next'))),
  );
  form.addEventListener('input', () => keep({ name: name.value, role: role.value }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    next();
  });
  return form;
}
