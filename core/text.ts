/** The languages that Prahari speaks. A text without one of them does not compile. */
export const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language. `{name}` stands for a value of the finding; the same names in each language. */
export type Text = Readonly<Record<Language, string>>;

/** Values for the `{name}` places of a text: already plain words, numbers or lists of words. */
export type TextData = Readonly<Record<string, string | number>>;

/** Puts the data into the text. A place without data stays visible, so that a test finds it. */
export function fill(template: string, data: TextData): string {
  return template.replace(/\{([A-Za-z]\w*)\}/g, (place, name: string) => String(data[name] ?? place));
}
