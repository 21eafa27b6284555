import type { FieldKind } from '../../../core/evidence/storefront.ts';

const BY_TYPE: Readonly<Record<string, FieldKind>> = {
  password: 'password',
  email: 'email',
  tel: 'phone',
  file: 'file',
};

/** The last word of an autocomplete attribute (HTML, "Autofill detail tokens"). */
const BY_AUTOCOMPLETE: readonly (readonly [RegExp, FieldKind])[] = [
  [/^cc-/, 'card'],
  [/-password$/, 'password'],
  [/^email$/, 'email'],
  [/^tel/, 'phone'],
  [/^(name|given-name|family-name|additional-name)$/, 'name'],
  [/^(street-address|address-|postal-code)/, 'address'],
];

/** Names that shops and apps give to fields; the card before the name, since "card_name" is a card's. */
const BY_NAME: readonly (readonly [RegExp, FieldKind])[] = [
  [/card.?(num|no\b|holder|name)|cardnumber|\bcvv|\bcvc|cc.?num/, 'card'],
  [/passw/, 'password'],
  [/e-?mail/, 'email'],
  [/phone|mobile|whatsapp/, 'phone'],
  [/address|pin.?code|postal|\bzip/, 'address'],
  [/(first|last|full|your|customer).?name|^name$|\[name\]$/, 'name'],
];

const NOT_ASKED = new Set(['hidden', 'submit', 'button', 'image', 'reset', 'checkbox', 'radio']);

/** What a field asks a shopper for; null: nothing personal, or it is not shown. */
export function fieldKind(attributes: Readonly<Record<string, string>>): FieldKind | null {
  const type = (attributes['type'] ?? 'text').trim().toLowerCase();
  if (NOT_ASKED.has(type)) return null;
  const known = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (known) return known;
  const autocomplete = (attributes['autocomplete'] ?? '').trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  const name = (attributes['name'] ?? attributes['id'] ?? '').slice(0, 100).toLowerCase();
  return (
    BY_AUTOCOMPLETE.find(([pattern]) => pattern.test(autocomplete))?.[1] ??
    BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ??
    null
  );
}
