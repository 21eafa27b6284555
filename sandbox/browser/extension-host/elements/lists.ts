import type { Shape } from './shape.ts';

/** Lists by their roles: children of one element cannot stand in the list of another. */
export const LISTS: Readonly<Record<string, Shape>> = {
  's-unordered-list': { on: 'both', role: 'list' },
  's-ordered-list': { on: 'both', role: 'list' },
  's-list-item': { on: 'both', role: 'listitem' },
};
