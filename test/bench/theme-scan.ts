import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import retire from 'retire';
import { createCodeScanner } from '../../server/code/create-code-scanner.ts';
import type { CodeText } from '../../server/code/code-scanner.ts';
import { readList, shippedList } from '../../server/code/library-list.ts';
import { mainTheme } from '../../server/collect/theme/main-theme.ts';
import { aCollectContext } from '../collect-context.ts';
import { shopAnswers, type FakeThemeFile } from '../fake-admin.ts';
import { ms, times, type BenchLine } from './table.ts';
import { tookMs } from './timing.ts';

const FILES = 300;
const SCRIPTS = 20;
const BYTES = 10_000_000;
const GOAL_MS = 5_000;
/** Scripts of packages that are installed here anyway: written by hand, bundled, minified. */
const SOURCES = [
  'react-dom/umd/react-dom.development.js',
  'react-dom/umd/react-dom.production.min.js',
  'recharts/umd/Recharts.js',
  'axe-core/axe.min.js',
];

/**
 * A theme of 300 files and 10 MB read from scratch by the collector, with the answers of Shopify at hand: half of it
 * scripts of real packages, half Liquid. The peer is retire's own content rules over the same scripts and pages, on the
 * main thread; it tells libraries alone, where ours tells secrets, behaviours, hosts and resources too.
 */
export async function benchThemeScan(): Promise<BenchLine[]> {
  const files = bigTheme();
  const scanner = createCodeScanner();
  const context = aCollectContext(shopAnswers({ files }));
  const collect = (previous: Awaited<ReturnType<typeof mainTheme.collect>> | null) =>
    mainTheme.collect({ ...context, world: { ...context.world, code: scanner }, previous });

  await scanner.scan([aScript('var warm = 1;')]);
  let theme = await collect(null);
  const oursMs = await tookMs(async () => void (theme = await collect(null)));
  context.admin.asked.length = 0;
  const sameMs = await tookMs(() => collect(theme));
  const bodiesAsked = context.admin.asked.filter((name) => name === 'ThemeFileBodies').length;
  await scanner.close();

  const { repository } = readList(shippedList());
  const hasher = { sha1: () => '' };
  const peer = () => Promise.resolve(files.map(({ content }) => retire.scanFileContent(content, repository, hasher)));
  await peer();
  const peerMs = await tookMs(peer);
  const megabytes = (files.reduce((sum, { content }) => sum + content.length, 0) / 1_000_000).toFixed(1);
  return [
    {
      what: `read ${files.length} theme files, ${megabytes} MB, from scratch`,
      ours: ms(oursMs),
      peer: `retire's content rules alone ${ms(peerMs)}`,
      ratio: times(oursMs / peerMs),
      goal: `< ${GOAL_MS / 1_000} s`,
      isMet: oursMs < GOAL_MS,
    },
    {
      what: 'read the same theme again, unchanged',
      ours: `${ms(sameMs)}, ${bodiesAsked} files asked for`,
      peer: `from scratch ${ms(oursMs)}`,
      ratio: times(sameMs / oursMs),
      goal: 'no file asked for',
      isMet: bodiesAsked === 0,
    },
  ];
}

function aScript(text: string): CodeText {
  return { name: 'assets/warm.js', language: 'javascript', text };
}

function bigTheme(): FakeThemeFile[] {
  const resolve = createRequire(import.meta.url).resolve;
  const sources = SOURCES.map((name) => {
    const [packageName = ''] = name.split('/');
    const folder = resolve(`${packageName}/package.json`).replace(/package\.json$/, '');
    return readFileSync(folder + name.slice(packageName.length + 1), 'utf8');
  });
  const each = Math.floor(BYTES / 2 / SCRIPTS);
  const scripts = Array.from({ length: SCRIPTS }, (_, at): FakeThemeFile => {
    const source = sources[at % sources.length] ?? '';
    const start = (at * 37_000) % Math.max(1, source.length - each);
    return file(`assets/script-${at}.js`, source.slice(start, start + each).padEnd(each, '\nvar more = 1;'));
  });
  const pages = FILES - SCRIPTS;
  const liquid = Array.from({ length: pages }, (_, at) =>
    file(`sections/section-${at}.liquid`, section(at, BYTES / 2 / pages)),
  );
  return [...liquid, ...scripts];
}

function section(at: number, length: number): string {
  const part = `{% for block in section.blocks %}
  <div class="card card--${at}" data-id="{{ block.id }}"><img src="https://cdn.shopify.com/s/files/${at}.jpg" alt="">
    <p>{{ block.settings.text | escape }}</p></div>
{% endfor %}
<script>document.querySelector('.card--${at}').addEventListener('click', (event) => { fetch('/cart.js', { method: 'GET' }); });</script>
`;
  return part.repeat(Math.ceil(length / part.length));
}

function file(filename: string, content: string): FakeThemeFile {
  return { filename, checksumMd5: filename, content };
}
