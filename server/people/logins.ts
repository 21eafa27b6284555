import { visibleText } from '../../core/visible-text.ts';

/** RFC 5321: 64 before the @ and 255 behind it. */
const EMAIL =
  /^[^\s@<>"',;:()[\]\\]{1,64}@(?=.{3,253}$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?\.[\p{L}\p{M}\p{N}-]{2,63}$/u;
const LONGEST = 320;

/**
 * A log-in as it is compared: without blanks around, in lower case. Dots and "+something" stay, since they are another
 * mailbox with most providers. Null: there is nothing, or it is too long to be one.
 */
export function normalLogin(text: string): string | null {
  const plain = visibleText(text)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .toLowerCase();
  return plain === '' || plain.length > LONGEST ? null : plain;
}

export const isEmail = (login: string): boolean => EMAIL.test(login);
