import type { Language } from '../../core/text.ts';
import type { AppContext } from './state.ts';

/** The language that was chosen, else the browser's first that we speak, else English. */
export function pageLanguage(ctx: AppContext, chosen: unknown): Language {
  if (chosen === 'hi' || chosen === 'en') return chosen;
  return ctx.acceptsLanguages(['en', 'hi']) === 'hi' ? 'hi' : 'en';
}
