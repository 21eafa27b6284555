import type { AppBlock } from '../../core/evidence/vendors.ts';
import { appBlocksOf } from '../../server/collect/theme/app-blocks.ts';
import { themeResources } from '../../server/collect/theme/theme-resources.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const FILES = 300;
const TEMPLATES = 60;
const SECTIONS = 30;
const GOAL_MS = 300;

interface ThemeText {
  readonly filename: string;
  readonly source: string;
}

/**
 * Traces of other firms in a theme of 300 files, texts at hand: parts of apps, and what its pages load from elsewhere. The
 * peer is what anybody would write in an hour: JSON.parse of the JSON files and one regular expression each for parts of
 * apps and for script addresses over all texts, blind to comments, disabled parts and Liquid.
 */
export async function benchTraces(): Promise<BenchLine[]> {
  const theme = aTheme();
  const ours = await medianMs(20, () => tracesOf(theme));
  const peer = await medianMs(20, () => roughTracesOf(theme));
  const { blocks, hosts } = tracesOf(theme);
  const kilobytes = Math.round(theme.reduce((sum, { source }) => sum + source.length, 0) / 1_000);
  return [
    {
      what: `traces of ${blocks.length} parts of apps and ${hosts.size} hosts in ${theme.length} theme files, ${kilobytes} KB`,
      ours: ms(ours),
      peer: `JSON.parse and two regular expressions ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
  ];
}

function tracesOf(theme: readonly ThemeText[]): { blocks: AppBlock[]; hosts: Set<string> } {
  const blocks = theme.flatMap(({ filename, source }) => appBlocksOf(filename, source) ?? []);
  const hosts = new Set(
    theme.flatMap(({ filename, source }) => themeResources(filename, source).map(({ host }) => host)),
  );
  return { blocks, hosts };
}

function roughTracesOf(theme: readonly ThemeText[]): number {
  let found = 0;
  for (const { filename, source } of theme) {
    if (filename.endsWith('.json')) JSON.parse(source.replace(/^\s*\/\*[\s\S]*?\*\//, ''));
    found += [...source.matchAll(/shopify:\/\/apps\/([\w-]+)\/blocks\/([\w-]+)\//g)].length;
    found += [...source.matchAll(/<script[^>]+src="(?:https?:)?\/\/([^/"]+)/g)].length;
  }
  return found;
}

/** As themes of the store are: JSON templates full of sections, Liquid sections, one file of embeds. All invented. */
function aTheme(): ThemeText[] {
  const blocks = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`block-${at}`, aBlock(from + at)]));
  const embeds = { current: { color: '#b8860b', blocks: blocks(0, 40) }, presets: {} };
  const templates = Array.from({ length: TEMPLATES }, (_, file): ThemeText => {
    const sections = Object.fromEntries(
      Array.from({ length: SECTIONS }, (__, at) => [
        `section-${at}`,
        { type: 'rich-text', blocks: blocks(file + at, 12), settings: { text: '<p>Words of the shop.</p>'.repeat(8) } },
      ]),
    );
    return { filename: `templates/page.${file}.json`, source: JSON.stringify({ sections }, null, 2) };
  });
  const pages = FILES - TEMPLATES - 1;
  const liquid = Array.from({ length: pages }, (_, at): ThemeText => ({
    filename: `sections/section-${at}.liquid`,
    source: aSection(at),
  }));
  return [
    { filename: 'config/settings_data.json', source: `/* by the editor */\n${JSON.stringify(embeds, null, 2)}` },
    ...templates,
    ...liquid,
  ];
}

function aBlock(at: number): object {
  const isApps = at % 3 === 0;
  const type = isApps ? `shopify://apps/invented-app-${at % 25}/blocks/part-${at % 4}/019a-${at}` : 'text';
  return { type, disabled: at % 7 === 0, settings: { heading: `Heading ${at}`, text: '<p>More words.</p>' } };
}

function aSection(at: number): string {
  const part = `{% for block in section.blocks %}
  <div class="card card--${at}" data-id="{{ block.id }}"><img src="https://cdn.shopify.com/s/files/${at}.jpg" alt="">
    <p>{{ block.settings.text | escape }}</p></div>
{% endfor %}
<script src="https://cdn-${at % 40}.example/widget.js" defer></script>
<script>document.querySelector('.card--${at}').addEventListener('click', () => { fetch('/cart.js'); });</script>
`;
  return part.repeat(16);
}
