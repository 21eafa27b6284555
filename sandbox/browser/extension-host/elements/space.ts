import type { SElement } from './shape.ts';

const STEPS = ['500', '400', '300', '200', '100'];
/** Small to large, in px; "base" stands between them. */
const SMALL = [2, 4, 6, 8, 12];
const LARGE = [48, 40, 32, 28, 24];

/** A keyword of Shopify's spacing, as CSS; two of them are block and inline. */
export function space(keywords: string): string {
  return keywords.split(/\s+/).filter(Boolean).map(one).join(' ');
}

function one(keyword: string): string {
  const [word, step] = keyword.split('-');
  if (word === 'none' || word === '0') return '0';
  if (word === 'base') return '16px';
  const steps = word === 'small' ? SMALL : word === 'large' ? LARGE : null;
  if (!steps) return keyword; // a length, as the type allows for some
  return `${(step === undefined ? steps.at(-1) : steps[STEPS.indexOf(step)]) ?? 16}px`;
}

/**
 * "@container (inline-size > 400px) 1fr 1fr, 1fr" → what holds at this width: the first value where the condition is
 * true, otherwise the last.
 */
export function atWidth(value: string, widthPx: number): string {
  const [, condition = '', rest = ''] =
    /^@container(?:\s+[\w-]+)?\s*(\([^)]*\)(?:\s*and\s*\([^)]*\))*)\s*(.*)$/.exec(value) ?? [];
  if (condition === '') return value;
  const cut = lastOuterComma(rest);
  const holds = [...condition.matchAll(/inline-size\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)px/g)].every(([, sign, px]) =>
    compare(widthPx, sign ?? '', Number(px)),
  );
  return (holds ? rest.slice(0, cut) : rest.slice(cut + 1)).trim();
}

function compare(width: number, sign: string, px: number): boolean {
  if (sign === '<') return width < px;
  if (sign === '<=') return width <= px;
  return sign === '>' ? width > px : width >= px;
}

function lastOuterComma(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (text[at] === ',' && depth === 0) return at;
  }
  return text.length;
}

/** Follows the width of the container that such values ask about. */
export function followWidth(element: SElement): void {
  onResize(element.parentElement?.closest('s-query-container') ?? document.body, () => element.refresh());
}

/** In the next frame: what changes sizes while sizes are told makes the browser complain. */
export function onResize(watched: Element, act: () => void): void {
  new ResizeObserver(() => requestAnimationFrame(act)).observe(watched);
}

export function containerWidth(element: SElement): number {
  return (element.parentElement?.closest('s-query-container') ?? document.body).getBoundingClientRect().width;
}
