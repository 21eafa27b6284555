import { Parser } from 'htmlparser2';
import type { ThemeResource } from '../../../core/evidence/kinds.ts';
import { UNKNOWN_TEXT, blankLiquid } from './blank-liquid.ts';

/** A page that loads more than this from elsewhere is judged by the first of them. */
const MAX_RESOURCES = 300;
const MAX_PATH_CHARS = 200;

/**
 * What a theme file makes the browser load from an address written out in full, in the order of the file. Comments are
 * skipped, an address whose host only Liquid knows too; "//host" is https, since every storefront is.
 */
export function themeResources(filename: string, source: string): ThemeResource[] {
  return filename.endsWith('.json') ? jsonResources(source) : htmlResources(blankLiquid(source));
}

function htmlResources(html: string, firstLine = 1): ThemeResource[] {
  const found: ThemeResource[] = [];
  let line = firstLine;
  let counted = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (; counted < parser.startIndex; counted += 1) if (html.charCodeAt(counted) === 10) line += 1;
        for (const { element, text } of loads(name, attributes)) {
          for (const address of absoluteAddresses(text)) {
            if (found.length < MAX_RESOURCES) found.push({ element, ...address, line });
          }
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return found;
}

/** The attributes of an element that the browser follows by itself, or sends the visitor's input to. */
function loads(
  name: string,
  attributes: Record<string, string>,
): { element: ThemeResource['element']; text: string }[] {
  const { src = '', href = '', action = '', srcset = '', rel = '' } = attributes;
  switch (name) {
    case 'script':
      return [{ element: 'script', text: src }];
    case 'iframe':
      return [{ element: 'iframe', text: src }];
    case 'form':
      return [{ element: 'form', text: action }];
    case 'img':
    case 'source':
      return [
        { element: 'image', text: src },
        { element: 'image', text: srcset.replaceAll(',', ' ') },
      ];
    case 'link': {
      const relations = rel.toLowerCase().split(/\s+/);
      const isScript =
        relations.includes('modulepreload') || (relations.includes('preload') && attributes.as === 'script');
      if (relations.includes('stylesheet')) return [{ element: 'stylesheet', text: href }];
      return isScript ? [{ element: 'script', text: href }] : [];
    }
    default:
      return [];
  }
}

/** Branches of Liquid leave several addresses in one attribute, with blanks between. */
function absoluteAddresses(text: string): Pick<ThemeResource, 'scheme' | 'host' | 'path'>[] {
  return text.split(/\s+/).flatMap((word) => {
    const [, scheme = 'https:', host, rest = ''] = /^(https?:)?\/\/([^/?#\\]+)(.*)$/i.exec(word.slice(0, 2_000)) ?? [];
    if (!host || host.includes(UNKNOWN_TEXT)) return [];
    const known = rest.split(UNKNOWN_TEXT, 1)[0] ?? '';
    try {
      const url = new URL(`${scheme}//${host}${known}`);
      return [
        {
          scheme: url.protocol === 'http:' ? ('http' as const) : ('https' as const),
          host: url.hostname,
          path: url.pathname.slice(0, MAX_PATH_CHARS),
        },
      ];
    } catch {
      return []; // not an address: the browser would not follow it either
    }
  });
}

/** Templates and settings are JSON with pieces of HTML in their texts ("custom Liquid"). */
function jsonResources(source: string): ThemeResource[] {
  let settings: unknown;
  try {
    // Shopify writes a comment at the head of the files that its editor made.
    settings = JSON.parse(source.replace(/^\s*\/\*[\s\S]*?\*\//, ''));
  } catch {
    return []; // Shopify does not serve a page from a broken template
  }
  const found: ThemeResource[] = [];
  for (const text of textsOf(settings)) {
    if (found.length >= MAX_RESOURCES) break;
    const resources = text.includes('<') || text.includes('{{') ? htmlResources(blankLiquid(text)) : [];
    if (resources.length === 0) continue; // its line is looked for only where it is told
    const line = lineOf(source, text);
    found.push(...resources.map((resource) => ({ ...resource, line })));
  }
  return found.slice(0, MAX_RESOURCES);
}

function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') texts.push(next);
    else if (typeof next === 'object' && next !== null) waiting.push(...(Object.values(next) as unknown[]).reverse());
  }
  return texts;
}

/** A JSON text stands on one line. */
function lineOf(source: string, text: string): number {
  const at = source.indexOf(JSON.stringify(text).slice(1, 80));
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}
