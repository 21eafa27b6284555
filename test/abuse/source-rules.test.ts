import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS } from '../../core/evidence/snapshot.ts';
import { nextAct } from '../../web/components/reason/next-act.ts';
import { OWN_PAGES } from '../../web/words/own-page.ts';
import { CHECKS } from '../../core/checks/index.ts';
import { atOrder, atProduct } from '../../core/evidence/derived/admin-paths.ts';
import { DOCUMENTS } from '../../server/collect/documents.ts';
import { anOrder, aProduct } from '../gst-factories.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Our own files without tests, comments taken out: a rule is about what runs. */
const SOURCES: readonly Source[] = globSync(
  '{core,server,web,embedded,sandbox,scripts,extensions}/**/*.{ts,tsx,mjs,js,html,liquid}',
  {
    cwd: ROOT,
  },
)
  .filter((path) => !/\.test\.tsx?$|\/dist\/|^extensions\/in-page\/test\//.test(path))
  .map((path) => ({ path, text: withoutComments(readFileSync(join(ROOT, path), 'utf8')) }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1');
}

/** "path: what" for each match of a pattern in files below the folders. */
function finds(pattern: RegExp, folders = /^/): string[] {
  return SOURCES.filter(({ path }) => folders.test(path)).flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(([whole, group]) => `${path}: ${(group ?? whole).trim()}`),
  );
}

it('reads all of the source', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
});

describe('I3: no code from strings', () => {
  it('is made or loaded anywhere', () => {
    // The rules by which code of others is read name what they look for.
    const reading = /^(?!core\/code\/obfuscation\.ts)/;
    expect(finds(/\beval\(|\bFunction\(|node:vm'|setTimeout\(['"`]|execScript|import\((?!['"])/, reading)).toEqual([]);
  });
});

describe('I6: questions to Shopify', () => {
  /** Places that hold constants of the same file: a list of fields, or one of two by a yes or no. */
  const OURS = /\$\{(?:[A-Z_]+|name|lineFields\(hasVariants\))\}/g;
  const written = SOURCES.filter(({ path }) => path.startsWith('server/')).map(({ path, text }) => ({
    path,
    text: text.replace(OURS, ''),
  }));

  it('are constants: no document has a place for a value', () => {
    const places = /`\s*(?:query|mutation|subscription|fragment)\b[^`]*\$\{/;
    expect(written.filter(({ text }) => places.test(text)).map(({ path }) => path)).toEqual([]);
    expect(finds(/['"]\s*(?:query|mutation) \w+[^'"]*['"]\s*\+/, /^server\//)).toEqual([]);
  });

  it('in bulk, which take no variables, have one place: a search, written as a JSON string', () => {
    const bulk = written.flatMap(({ text }) => text.match(/`\{\s[^`]*edges \{[^`]*`/g) ?? []);
    expect(bulk.length).toBeGreaterThan(2);
    const places = bulk.flatMap((document) => document.match(/\$\{[^}]*\}/g) ?? []);
    expect(new Set(places)).toEqual(new Set(['${JSON.stringify(query)}']));
  });

  it('are asked by name, and their values go in variables', () => {
    const asked = finds(/\.query\(\s*([^,)\s]+)/, /^server\/(collect|jobs|shop|api)\//);
    expect(asked.length).toBeGreaterThan(12);
    // `document` is what collectors hand on: a name as well.
    expect(asked.filter((line) => !/: [A-Z][A-Z_]+$/.test(line))).toEqual([
      'server/collect/pages.ts: document',
      'server/collect/vendor-traces/functions.ts: document',
    ]);
  });

  it.each(DOCUMENTS.map(({ document }) => [/\w+ \w+/.exec(document)?.[0], document]))(
    '%s has no text of a search in it but our own moments',
    (_name, document) => {
      const moments = /query: "(?:created_at:[<>]=?'[\dTZ:.-]+' ?)*test:false"/;
      expect(document?.replace(moments, '')).not.toMatch(/query:\s*"/);
    },
  );
});

describe('S6: TLS', () => {
  it('is looked at without trust in one place, which sends nothing; everybody else verifies', () => {
    expect(finds(/rejectUnauthorized:\s*false|NODE_TLS_REJECT|checkServerIdentity:\s*\(\)/)).toEqual([
      'server/http/tls-look.ts: rejectUnauthorized: false',
    ]);
    expect(finds(/\.(?:write|end)\(/, /^server\/http\/tls-look\.ts$/)).toEqual([]);
  });
});

describe('I8: programs that we start', () => {
  it('get arguments as a list, never a line for a shell', () => {
    expect(
      finds(/import \{([^}]*)\} from 'node:child_process'/)
        .map((line) => line.split(': ')[1])
        .join(),
    ).not.toMatch(/\bexec(Sync)?\b/);
    expect(finds(/shell:\s*true|`sh -c|'(?:ba)?sh', \['-c'/)).toEqual([]);
  });

  it('are started by scripts and the embedded store alone: the product starts none', () => {
    expect(finds(/node:child_process|node:cluster/, /^(core|server|web|embedded|sandbox)\//)).toEqual([
      'embedded/start.ts: node:child_process',
    ]);
  });

  it('have a name that stands in the source', () => {
    const commands = finds(/\b(?:spawn|execFile)(?:Sync)?\(\s*([^,\s]+)/);
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter((line) => !/: (command|process\.execPath|node|'[a-z-]+')$/.test(line))).toEqual([]);
  });
});

describe('X3: markup', () => {
  it('is never put into a page as a string', () => {
    const ways =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|DOMParser|setHTMLUnsafe/i;
    // What reads pages of others names what it looks for; the sandbox's elements are drawn of constants.
    const reading =
      /^(?!server\/collect\/storefront\/page-reader\.ts|sandbox\/browser\/extension-host\/elements\/define\.ts)/;
    expect(finds(ways, reading)).toEqual([]);
  });
});

describe('X2: links', () => {
  const mended = CHECKS.flatMap(({ id, adminPath }) => (adminPath === undefined ? [] : [[id, adminPath] as const]));

  it.each(mended)('of %s leads into the admin: %s', (_id, adminPath) => {
    expect(adminPath).toMatch(/^(\/[a-z_-]+)+$/);
    expect(new URL(`shopify://admin${adminPath}`).host).toBe('admin');
  });

  it('into the admin are made in one place', () => {
    expect(finds(/`shopify:[^`]*`/, /^web\//)).toEqual([
      "web/admin/app-bridge.ts: `shopify://admin${IN_ADMIN.test(path) ? path : '/'}`",
    ]);
  });

  it('of a finding lead into the admin, to a page and a number', () => {
    const inAdmin = /^(\/[a-z_-]+)+(\/\d+)?$/;
    const paths = [atOrder(anOrder()), atProduct(aProduct().id)].map(({ adminPath }) => adminPath);
    expect(paths.every((path) => path !== undefined && inAdmin.test(path))).toBe(true);
    expect([atOrder(anOrder({ id: 'gid://shopify/Order/1?x=//evil.example' })), atProduct('//evil.example')]).toEqual([
      {},
      {},
    ]);
  });

  it.each(Object.values(OWN_PAGES))('to a page of ours that evidence chooses: %s', (path) => {
    expect(path).toMatch(/^(\/[a-z0-9-]+)+(#[a-z-]+)?$/);
  });

  it('of what to do next lead to our own pages', () => {
    const kinds = EVIDENCE_KINDS.flatMap((kind) =>
      UNAVAILABLE_REASONS.map((reason) => nextAct({ kind, reason, missingScopes: [] })),
    );
    const paths = kinds.flatMap((act) => (act.kind === 'go' ? [act.url] : []));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !/^(\/[a-z0-9-]+)+(#[a-z-]+)?$/.test(path))).toEqual([]);
  });

  it('of our pages begin with a word of ours, never with a value', () => {
    const targets = finds(/\b(?:href|url|src)=\{([^}]*(?:\{[^}]*\}[^}]*)*)\}/, /^web\//);
    const ours =
      /: (`\/[a-z?=]*\/?\$|adminAddress\((?:(?:check\.)?adminPath\)|'\/(?:settings\/(?:taxes|checkout)|orders)'\)|'\/online_store\/preferences'\)|`\/products\/\$\{numberOf\(productId)|OWN_PAGES\[page\]|act\.url$|'\/|\w+ \? `\/alerts\/\$|themeEditorAddress\(|checkedAddress\(|PLACES\[step\]|`\/vendors\/scripts\?vendor=\$|page$|url$)/;
    expect(targets.length).toBeGreaterThan(4);
    expect(targets.filter((line) => !ours.test(line))).toEqual([]);
    // `url` is what Polaris hands to the one link component.
    expect(
      targets.filter((line) => /: url$/.test(line)).every((line) => line.startsWith('web/admin/app-link.tsx')),
    ).toBe(true);
  });

  it('to elsewhere give away neither the window nor the address', () => {
    expect(finds(/target[:=]\s*['"]_blank['"](?!,? rel: 'noopener noreferrer')/, /^web\//)).toEqual([]);
  });
});

describe('X7: messages between frames', () => {
  /** Extensions run without an origin, so that none can be named: the frame itself is what is asked for. */
  const OF_EXTENSIONS = ['sandbox/browser/extension-host/around.ts', 'sandbox/browser/extension-host/slot.ts'];

  it('are heard by the sandbox alone, which asks for sender and origin first', () => {
    // A page and its own worker speak alone: nobody else holds either end.
    const speaksToWorker = ({ path, text }: Source) =>
      path.endsWith('.worker.ts') || /new Worker\(|\bworker: Worker;|\bbegin: \(\) => Worker\b/.test(text);
    const listeners = SOURCES.filter(
      (source) => /addEventListener\(\s*'message'|\.onmessage\b/.test(source.text) && !speaksToWorker(source),
    );
    expect(listeners.map(({ path }) => path).sort()).toEqual([
      'sandbox/browser/admin/app-frame.ts',
      'sandbox/browser/bridge/channel.ts',
      ...OF_EXTENSIONS,
    ]);
    for (const { path, text } of listeners) {
      const origin = OF_EXTENSIONS.includes(path) ? '' : ' \\|\\| event\\.origin !== [\\w.]+';
      expect(text).toMatch(
        new RegExp(`'message', \\([^{]*\\) => \\{\\s*if \\(event\\.source !== [\\w.]+${origin}\\) return;`),
      );
    }
  });

  it('are never sent to whoever listens', () => {
    const elsewhere = new RegExp(`^(?!${OF_EXTENSIONS.join('|')})`);
    expect(finds(/postMessage\([^;]*['"]\*['"]/, elsewhere)).toEqual([]);
  });
});

describe('X8, X6: the page', () => {
  const html = readFileSync(join(ROOT, 'web/index.html'), 'utf8');

  it('holds no state: two checked words are written into it, and no script stands inside', () => {
    const places = new Set(html.match(/__\w+__/g));
    expect([...places].sort()).toEqual(['__PRAHARI_API_KEY__', '__PRAHARI_APP_BRIDGE_URL__']);
    expect(
      [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].every(
        ([, how, inside]) => /\ssrc=/.test(how ?? '') && !inside?.trim(),
      ),
    ).toBe(true);
    expect(html).not.toMatch(/\son\w+=/i);
  });

  it('asks nobody but us and the App Bridge for anything', () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((at) => !/^(\/[\w.]|__PRAHARI_APP_BRIDGE_URL__$)/.test(at))).toEqual([]);
  });
});
