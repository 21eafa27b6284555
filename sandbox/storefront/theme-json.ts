/** Theme JSON may begin with a comment that the editor writes; null where there is no file. */
export function parseThemeJson(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text.replace(COMMENT, ''));
}

/** That comment, kept when the file is written anew. */
export const COMMENT = /^\s*\/\*[\s\S]*?\*\//;

/** templates/*.json */
export interface TemplateFile {
  layout?: string;
  sections: Record<string, TemplateSection>;
  order: string[];
}

export interface TemplateSection {
  type: string;
  settings?: object;
  disabled?: boolean;
  blocks?: Record<string, ThemeBlock>;
  block_order?: string[];
}

/** A block of a section, or an app embed of config/settings_data.json. */
export interface ThemeBlock {
  type: string;
  disabled?: boolean;
  settings?: Record<string, unknown>;
}
