import { scanBehaviours } from '../../core/code/behaviours.ts';
import { hostsNamed } from '../../core/code/hosts.ts';
import { liquidCloses } from '../../core/code/liquid-closes.ts';
import { scanSecrets } from '../../core/code/scan-secrets.ts';
import { scriptTexts } from '../../core/code/script-texts.ts';
import type { BehaviourSeen, CodeSeen, LibrarySeen } from '../../core/evidence/code.ts';
import type { CodeText } from './code-scanner.ts';
import type { LibraryRules } from './library-rules.ts';

/** Raised when a rule of our own changes what it sees: every file is then read again. */
export const RULES_VERSION = 1;

/** Longer code is read up to here, and said to be read in part. */
const MAX_CHARS = 2_000_000;
const MAX_BEHAVIOURS = 50;

/** Everything but the deep step, in the order of the text. Without `libraries`, their rules are left out. */
export function readCode({ name, language, text: whole }: CodeText, libraries: LibraryRules | null): CodeSeen {
  const text = whole.length > MAX_CHARS ? whole.slice(0, MAX_CHARS) : whole;
  const isLiquid = language === 'liquid' || name.endsWith('.liquid');
  return {
    libraries: libraries ? librariesOf(name, language, text, libraries) : [],
    secrets: scanSecrets(text),
    behaviours: language === 'javascript' ? scanBehaviours(text) : behavioursIn(text, language),
    hosts: hostsNamed(language === 'json' ? text.replaceAll('\\/', '/') : text).map(({ host }) => host),
    isPartial: text.length < whole.length || (isLiquid && !liquidCloses(text)) || libraries === null,
  };
}

/** What the content says of a component counts more than a name that somebody gave the file. */
function librariesOf(name: string, language: CodeText['language'], text: string, rules: LibraryRules): LibrarySeen[] {
  const named = language === 'javascript' ? rules.atAddress(name) : [];
  const inside = language === 'json' ? [] : rules.inContent(text);
  const known = new Set(inside.map(({ component }) => component));
  return [...named.filter(({ component }) => !known.has(component)), ...inside];
}

function behavioursIn(text: string, language: 'html' | 'liquid' | 'json'): BehaviourSeen[] {
  return scriptTexts(text, language)
    .flatMap(({ code, linesBefore }) =>
      scanBehaviours(code).map((seen) => ({ ...seen, line: seen.line + linesBefore })),
    )
    .slice(0, MAX_BEHAVIOURS);
}
