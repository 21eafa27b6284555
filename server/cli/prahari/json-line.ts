/** Nothing stands on the line. */
export const BLANK = Symbol('blank');
/** The line is no JSON, or holds no text where one is asked. */
export const UNREADABLE = Symbol('unreadable');

/** The text of a line of JSON: a string, or an object with a string in "gstin". */
export function textOfJson(line: string): string | typeof BLANK | typeof UNREADABLE {
  if (line.trim() === '') return BLANK;
  try {
    const value: unknown = JSON.parse(line);
    const text = typeof value === 'object' && value !== null && 'gstin' in value ? value.gstin : value;
    return typeof text === 'string' ? text : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
