/** Values that a page can name: `shop.name`, `section.settings.heading`. */
export type LiquidScope = Readonly<Record<string, unknown>>;

export interface LiquidSource {
  /** Text of a theme file. */
  read(name: string): string | undefined;
  assetUrl(name: string): string;
}

const TOKEN = /\{%-?\s*(?<tag>[\s\S]*?)\s*-?%\}|\{\{-?\s*(?<output>[\s\S]*?)\s*-?\}\}/g;
const RAW_BLOCKS = /\{%-?\s*(comment|schema|doc)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g;
const DEEPEST_INCLUDE = 10;

/**
 * As much of Liquid as the sandbox's own theme needs: output with a few filters, `render`, `section`, `sections`, `if`
 * with `else`, `for` over a list. Anything else is drawn as nothing.
 */
export function renderLiquid(template: string, scope: LiquidScope, source: LiquidSource, depth = 0): string {
  if (depth > DEEPEST_INCLUDE) return '';
  return renderNodes(parse(template.replace(RAW_BLOCKS, '')), scope, source, depth);
}

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly expression: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'if'; readonly condition: string; readonly then: Node[]; readonly otherwise: Node[] }
  | { readonly kind: 'for'; readonly name: string; readonly list: string; readonly body: Node[] };

function parse(template: string): Node[] {
  const root: Node[] = [];
  const open: { nodes: Node[]; node: Node | null }[] = [{ nodes: root, node: null }];
  const here = () => open.at(-1)?.nodes ?? root;
  let end = 0;
  for (const token of template.matchAll(TOKEN)) {
    here().push({ kind: 'text', text: template.slice(end, token.index) });
    end = token.index + token[0].length;
    const { tag, output } = token.groups ?? {};
    if (output !== undefined) here().push({ kind: 'output', expression: output });
    else openOrClose(tag ?? '', open, here);
  }
  root.push({ kind: 'text', text: template.slice(end) });
  return root;
}

function openOrClose(tag: string, open: { nodes: Node[]; node: Node | null }[], here: () => Node[]): void {
  const [word = '', ...rest] = tag.split(/\s+/);
  if (word === 'if' || word === 'unless') {
    const condition = word === 'if' ? rest.join(' ') : `not ${rest.join(' ')}`;
    const node: Node = { kind: 'if', condition, then: [], otherwise: [] };
    here().push(node);
    open.push({ nodes: node.then, node });
  } else if (word === 'else') {
    const top = open.at(-1);
    if (top?.node?.kind === 'if') top.nodes = top.node.otherwise;
  } else if (word === 'for') {
    const node: Node = { kind: 'for', name: rest[0] ?? '', list: rest[2] ?? '', body: [] };
    here().push(node);
    open.push({ nodes: node.body, node });
  } else if (['endif', 'endunless', 'endfor'].includes(word)) {
    if (open.length > 1) open.pop();
  } else here().push({ kind: 'tag', tag });
}

function renderNodes(nodes: readonly Node[], scope: LiquidScope, source: LiquidSource, depth: number): string {
  return nodes.map((node) => renderNode(node, scope, source, depth)).join('');
}

function renderNode(node: Node, scope: LiquidScope, source: LiquidSource, depth: number): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'output') return outputOf(node.expression, scope, source);
  if (node.kind === 'tag') return includeOf(node.tag, scope, source, depth);
  if (node.kind === 'if') {
    return renderNodes(isTrue(node.condition, scope) ? node.then : node.otherwise, scope, source, depth);
  }
  const list = valueOf(node.list, scope);
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.map((item) => renderNodes(node.body, { ...scope, [node.name]: item }, source, depth)).join('');
}

function includeOf(tag: string, scope: LiquidScope, source: LiquidSource, depth: number): string {
  const [, word, name] = /^(render|section|sections)\s+['"]([\w.-]+)['"]/.exec(tag) ?? [];
  if (word === 'render') return renderLiquid(source.read(`snippets/${name}.liquid`) ?? '', scope, source, depth + 1);
  if (word === 'section') return renderLiquid(source.read(`sections/${name}.liquid`) ?? '', scope, source, depth + 1);
  if (word !== 'sections') return '';
  const group = JSON.parse(source.read(`sections/${name}.json`) ?? '{"sections":{},"order":[]}') as {
    sections: Record<string, { type: string }>;
    order: string[];
  };
  return group.order
    .map((id) => group.sections[id])
    .filter((section) => section !== undefined)
    .map((section) =>
      renderLiquid(source.read(`sections/${section.type}.liquid`) ?? '', { ...scope, section }, source, depth + 1),
    )
    .join('\n');
}

function outputOf(expression: string, scope: LiquidScope, source: LiquidSource): string {
  const [first = '', ...filters] = expression.split('|').map((part) => part.trim());
  let value = valueOf(first, scope);
  for (const filter of filters) value = filtered(value, filter, scope, source);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function filtered(value: unknown, filter: string, scope: LiquidScope, source: LiquidSource): unknown {
  const [name = '', argument = ''] = filter.split(/:\s*/);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (name === 'asset_url') return source.assetUrl(text);
  if (name === 'stylesheet_tag') return `<link href="${text}" rel="stylesheet" type="text/css" media="all">`;
  if (name === 'escape') return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  if (name === 'default') return text === '' ? valueOf(argument, scope) : value;
  if (name === 't') return translated(text, source);
  return value;
}

/** A phrase of locales/en.default.json by its dotted key. */
function translated(key: string, source: LiquidSource): string {
  const phrases: unknown = JSON.parse(source.read('locales/en.default.json') ?? '{}');
  const found = key.split('.').reduce<unknown>((at, step) => memberOf(at, step), phrases);
  return typeof found === 'string' ? found : key;
}

function isTrue(condition: string, scope: LiquidScope): boolean {
  if (condition.startsWith('not ')) return !isTrue(condition.slice(4), scope);
  const [, left = '', operator, right = ''] = /^(\S+)\s*(==|!=)\s*(.+)$/.exec(condition) ?? [];
  if (operator) return (valueOf(left, scope) === valueOf(right, scope)) === (operator === '==');
  const value = valueOf(condition, scope);
  return value !== undefined && value !== null && value !== false && value !== '';
}

function valueOf(expression: string, scope: LiquidScope): unknown {
  const [, quoted] = /^['"](.*)['"]$/.exec(expression) ?? [];
  if (quoted !== undefined) return quoted;
  if (expression === 'true' || expression === 'false') return expression === 'true';
  if (expression === 'blank') return '';
  return expression.split('.').reduce<unknown>((at, step) => memberOf(at, step), scope);
}

function memberOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;
}
