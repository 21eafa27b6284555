import type { ScriptBook } from '../evidence/scripts.ts';
import type { Instant } from '../time.ts';
import type { PageLook } from './pages-read.ts';
import type { ScriptChange } from './script-change.ts';
import type { ScriptItem } from './script-item.ts';

/**
 * What a person has not decided on, the oldest first: one change a script. `pagesRead` are the pages that this look
 * saw; of other kinds of pages nothing is gone, because nobody could look.
 */
export function scriptChanges(
  _items: readonly ScriptItem[],
  _book: ScriptBook,
  _at: { readonly asOf: Instant; readonly pagesRead: readonly PageLook[] },
): ScriptChange[] {
  return [];
}
