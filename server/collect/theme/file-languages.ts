import type { CodeText } from '../../code/code-scanner.ts';

/** Files that write HTML; assets, locales and configuration data write none. */
const WRITES_HTML = /\.(liquid|json)$/;
const WRITES_NONE = /^(locales\/|config\/settings_schema\.json$)/;

export function mayWriteHtml({ filename }: { readonly filename: string }): boolean {
  return WRITES_HTML.test(filename) && !WRITES_NONE.test(filename);
}

/** What the code of a theme file is written in; null: it holds no code that a browser runs. */
export function languageOf(filename: string): CodeText['language'] | null {
  if (/\.m?js(\.liquid)?$/.test(filename)) return 'javascript';
  if (!mayWriteHtml({ filename })) return null;
  return filename.endsWith('.json') ? 'json' : 'liquid';
}
