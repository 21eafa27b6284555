import type { PageElement } from '../../core/verify/verdict-tree.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A tree of elements as HTML; every text and attribute is escaped. */
export function treeHtml({ tag, attributes, children }: PageElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const opening = `<${tag}${written.join('')}>`;
  if (tag === 'input') return opening;
  const inside = children.map((child) => (typeof child === 'string' ? escapeHtml(child) : treeHtml(child)));
  return `${opening}${inside.join('')}</${tag}>`;
}
