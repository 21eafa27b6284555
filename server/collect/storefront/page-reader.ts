import { Parser } from 'htmlparser2';
import type { FieldKind, PageForm, PageSeen } from '../../../core/evidence/storefront.ts';
import { foreignContent, type World } from './foreign-content.ts';
import { fieldKind } from './form-fields.ts';
import {
  externalScript,
  inlineScript,
  preloadedScript,
  runs,
  type ScriptRead,
  writtenScheme,
} from './script-element.ts';

const MAX_SCRIPTS = 20_000;
const MAX_PRELOADED = 500;
const MAX_FORMS = 200;
const MAX_INSECURE = 50;
const MAX_FRAME_HOSTS = 50;
const MAX_LINKS = 2_000;
const MAX_POLICIES = 20;
const MAX_POLICY_CHARS = 16_384;
const MAX_PATH_CHARS = 200;
/** Browsers nest some hundred elements; the parser's own stack grows dear far above that. */
const MAX_DEPTH = 5_000;
const PIECE_CHARS = 16_384;
const CDATA = '<![CDATA[';
/** A page with more of them hides something. */
const MAX_HIDING = 10;

/** What a page says to a browser that has just loaded it. Nothing is run, so scripts that come later are not here. */
export interface PageRead extends Pick<PageSeen, 'forms' | 'insecure' | 'frameHosts' | 'hasLegacyLoader'> {
  readonly title: string;
  readonly scripts: readonly ScriptRead[];
  /** Policies in meta elements of the head: elsewhere browsers pass over them. */
  readonly metaPolicies: readonly string[];
  /** Absolute addresses of links. */
  readonly links: readonly string[];
  /** There was more than is kept, or deeper than anybody nests. */
  readonly isCut: boolean;
}

/** What a browser neither draws nor runs: the parts of a template, and what only stands in for scripts. */
const INERT = new Set(['template', 'noscript']);

/** Elements that load something into the page, and the attributes that say from where. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  image: ['href', 'xlink:href'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  iframe: ['src'],
  frame: ['src'],
};
const LOADING_LINKS = /\b(stylesheet|preload|modulepreload|icon|manifest)\b/i;

/** Shopify's loader of script tags: a list of addresses, each with the shop in its query, appended after the page has loaded. */
const LEGACY_LOADER = /\burls\s*=\s*\[[^\]]{0,20000}[?&]shop=/;

interface OpenForm {
  readonly targets: string[];
  readonly asks: Set<FieldKind>;
}

/** Reads HTML of any quality; never throws for what it contains. */
export function readPage(html: string, pageUrl: string, { isInner = false } = {}): PageRead {
  let text = html;
  for (let tries = 0; ; tries += 1) {
    const { hiddenAt, ...read } = readOnce(text, pageUrl, isInner);
    if (hiddenAt === null) return read;
    if (tries === MAX_HIDING) return { ...read, isCut: true };
    const end = text.indexOf('>', hiddenAt);
    text = text.slice(0, hiddenAt) + (end < 0 ? '' : text.slice(end + 1));
  }
}

/** `hiddenAt`: where a CDATA section begins outside a drawing. To browsers it is a comment that ends at the next ">". */
function readOnce(html: string, pageUrl: string, isInner: boolean): PageRead & { readonly hiddenAt: number | null } {
  let hiddenAt: number | null = null;
  const scripts: ScriptRead[] = [];
  const insecure: { element: string; host: string; path: string }[] = [];
  const frameHosts = new Set<string>();
  const metaPolicies: string[] = [];
  const links = new Set<string>();
  const forms: OpenForm[] = [];
  const formsById = new Map<string, OpenForm>();
  const distant: { readonly form: string; readonly kind: FieldKind }[] = [];
  let base: string | null = null;
  let inertDepth = 0;
  const preloaded: ScriptRead[] = [];
  const foreign = foreignContent();
  let form: OpenForm | null = null;
  let isInBody = false;
  let isCut = false;
  let depth = 0;
  let hasLegacyLoader = false;
  let title = '';
  let inside: 'title' | 'style' | 'script' | null = null;
  let pieces: string[] = [];
  let script: Record<string, string> = {};
  let world: World = 'html';

  function open(name: string, attributes: Record<string, string>): void {
    if (name === 'base' && base === null && attributes['href'] !== undefined)
      base = baseFrom(attributes['href'], pageUrl);
    if (name === 'body') isInBody = true;
    if (name === 'meta' && !isInBody) readPolicy(attributes);
    if (name === 'a' && attributes['href'] !== undefined && links.size < MAX_LINKS) {
      const address = absolute(attributes['href']);
      if (address) links.add(address.href);
    }
    if (name === 'form') openForm(attributes);
    if (name === 'input' || name === 'textarea' || name === 'select') readField(attributes);
    if (name === 'button' || name === 'input') readOtherTarget(attributes);
    if (name === 'iframe' || name === 'frame') readFrame(attributes['src']);
    if (name === 'iframe' && attributes['srcdoc'] !== undefined) readInner(attributes);
    if (name === 'link') readPreload(attributes);
    if (name === 'script' || name === 'style' || (name === 'title' && title === '')) begin(name, attributes);
    readInsecure(name, attributes);
    if (attributes['style']?.includes('http:')) readStyle(attributes['style']);
  }

  const absolute = (written: string): URL | null => {
    const trimmed = written.trim();
    return URL.canParse(trimmed, base ?? pageUrl) ? new URL(trimmed, base ?? pageUrl) : null;
  };

  function begin(name: 'script' | 'style' | 'title', attributes: Record<string, string>): void {
    inside = name;
    pieces = [];
    script = attributes;
    world = foreign.here();
  }

  function end(): void {
    const text = pieces.join('');
    if (inside === 'title') title = text.trim().slice(0, 200);
    if (inside === 'style') readStyle(text);
    if (inside === 'script') readScript(text);
    inside = null;
    pieces = [];
  }

  function readScript(text: string): void {
    if (!runs(script) || world === 'formula') return; // a formula's script is a sign
    const from = world === 'drawing' ? (script['href'] ?? script['xlink:href']) : script['src'];
    if (from === undefined && text.trim() === '') return;
    if (scripts.length >= MAX_SCRIPTS) return void (isCut = true);
    if (from === undefined) {
      scripts.push(inlineScript(text, script));
      hasLegacyLoader ||= text.includes('asyncLoad') && LEGACY_LOADER.test(text);
      return;
    }
    const read = externalScript(from, script, base ?? pageUrl);
    if (read) scripts.push(read);
  }

  /** A frame written into the page runs its scripts with the page's own rights, unless it is shut in. */
  function readInner(attributes: Record<string, string>): void {
    const sandbox = attributes['sandbox']?.toLowerCase().split(/\s+/);
    if (isInner || (sandbox && !(sandbox.includes('allow-scripts') && sandbox.includes('allow-same-origin')))) return;
    const inner = readPage(attributes['srcdoc'] ?? '', base ?? pageUrl, { isInner: true });
    const room = MAX_SCRIPTS - scripts.length;
    scripts.push(...inner.scripts.slice(0, room));
    isCut ||= inner.isCut || inner.scripts.length > room;
  }

  function readPreload(attributes: Record<string, string>): void {
    const read = preloadedScript(attributes, base ?? pageUrl);
    if (!read) return;
    if (preloaded.length < MAX_PRELOADED) preloaded.push(read);
    else isCut = true;
  }

  function readPolicy(attributes: Record<string, string>): void {
    const isPolicy = attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy';
    if (isPolicy && attributes['content'] && metaPolicies.length < MAX_POLICIES)
      metaPolicies.push(attributes['content'].slice(0, MAX_POLICY_CHARS));
  }

  function openForm(attributes: Record<string, string>): void {
    if (form) return; // forms do not nest
    if (forms.length >= MAX_FORMS) return void (isCut = true);
    form = { targets: [attributes['action'] ?? ''], asks: new Set() };
    forms.push(form);
    if (attributes['id'] !== undefined) formsById.set(attributes['id'], form);
  }

  function readField(attributes: Record<string, string>): void {
    const kind = fieldKind(attributes);
    if (!kind) return;
    if (attributes['form'] !== undefined) distant.push({ form: attributes['form'], kind });
    else form?.asks.add(kind);
  }

  /** A button may send the form elsewhere. */
  function readOtherTarget(attributes: Record<string, string>): void {
    const target = attributes['formaction'];
    if (target !== undefined && form && form.targets.length < 10) form.targets.push(target);
  }

  function readFrame(from: string | undefined): void {
    const address = from === undefined ? null : absolute(from);
    if (address && /^https?:$/.test(address.protocol) && frameHosts.size < MAX_FRAME_HOSTS)
      frameHosts.add(address.hostname);
  }

  function readInsecure(name: string, attributes: Record<string, string>): void {
    const isLoadingLink = name === 'link' && LOADING_LINKS.test(attributes['rel'] ?? '');
    const from = isLoadingLink ? ['href', 'imagesrcset'] : Object.hasOwn(LOADS, name) ? LOADS[name] : undefined;
    if (name === 'script' && !runs(attributes)) return;
    for (const attribute of from ?? []) {
      const written = attributes[attribute];
      if (written === undefined || written.length > 100_000) continue;
      const listed = attribute.endsWith('srcset')
        ? written.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '')
        : [written];
      for (const address of listed) noteInsecure(name, address);
    }
  }

  function readStyle(text: string): void {
    for (const [, address = ''] of text.matchAll(/(?:url\(\s*|@import\s+)["']?(http:[^"')\s]{1,500})/gi))
      noteInsecure('style', address);
  }

  function noteInsecure(element: string, written: string): void {
    if (insecure.length >= MAX_INSECURE) return;
    const address = absolute(written);
    if (address?.protocol !== 'http:') return;
    // A page that came over http itself loads nothing less safely than itself.
    if (writtenScheme(written.trim()) !== 'http' && !(base ?? '').startsWith('http:')) return;
    insecure.push({ element, host: address.hostname, path: address.pathname.slice(0, MAX_PATH_CHARS) });
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (INERT.has(name)) inertDepth += 1;
      else if (inertDepth === 0) {
        foreign.open(name);
        open(name, attributes);
      }
    },
    ontext(text) {
      if (inside !== null) pieces.push(text);
    },
    oncomment() {
      if (html.startsWith(CDATA, parser.startIndex)) hiddenAt ??= parser.startIndex;
    },
    onclosetag(name) {
      depth -= 1;
      if (inertDepth === 0) foreign.close(name);
      if (INERT.has(name)) inertDepth = Math.max(0, inertDepth - 1);
      else if (inertDepth > 0) return;
      else if (name === inside) end();
      else if (name === 'form') form = null;
      else if (name === 'head') isInBody = true;
    },
  });
  for (let at = 0; at < html.length && depth <= MAX_DEPTH; at += PIECE_CHARS) {
    parser.write(html.slice(at, at + PIECE_CHARS));
  }
  isCut ||= depth > MAX_DEPTH;
  parser.end();

  const named = new Set(scripts.map(({ address }) => address));
  scripts.push(...preloaded.filter(({ address }) => !named.has(address)));
  for (const { form: id, kind } of distant) formsById.get(id)?.asks.add(kind);
  return {
    hiddenAt,
    title,
    scripts,
    forms: forms.flatMap((one) => formsOf(one, absolute, new URL(pageUrl).hostname)),
    insecure,
    frameHosts: [...frameHosts],
    metaPolicies,
    links: [...links],
    hasLegacyLoader,
    isCut,
  };
}

/** Null: browsers take no base but http and https. */
function baseFrom(href: string, pageUrl: string): string | null {
  if (!URL.canParse(href.trim(), pageUrl)) return null;
  const url = new URL(href.trim(), pageUrl);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function formsOf({ targets, asks }: OpenForm, absolute: (written: string) => URL | null, ownHost: string): PageForm[] {
  return [...new Set(targets)].map((target) => {
    const url = target.trim() === '' ? null : absolute(target); // none: back to the page itself
    const isWeb = url !== null && /^https?:$/.test(url.protocol);
    const written = writtenScheme(target.trim());
    return {
      host: isWeb && url.hostname !== ownHost ? url.hostname : null,
      scheme: !isWeb || written === 'relative' ? 'relative' : url.protocol === 'http:' ? 'http' : 'https',
      asks: [...asks].sort(),
    };
  });
}
