import type { CodeSeen, LibrarySeen } from '../../core/evidence/code.ts';
import { CodeReader } from './code-reader.ts';
import type { CodeScanner, CodeText } from './code-scanner.ts';
import { readList, shippedList, type LibraryList, type ListText } from './library-list.ts';
import { libraryRules, type LibraryRules } from './library-rules.ts';
import { RULES_VERSION } from './read-code.ts';

/** One text, apart from the deep step. An honest 2 MB take a tenth of it on a slow machine. */
const READ_LIMIT_MS = 10_000;
const DEEP_LIMIT_MS = 6_000;
/** Beyond this the deep step begins no further text of one call. */
const DEEP_BUDGET_MS = 1_000;
const MAX_DEEP_CHARS = 1_000_000;
const MIN_DEEP_CHARS = 2_000;
const MINIFIED_LINE_CHARS = 200;
const NOTHING: CodeSeen = { libraries: [], secrets: [], behaviours: [], hosts: [], isPartial: true };

export interface CodeScannerOptions {
  /** The list to begin with; the shipped one unless told. */
  readonly list?: ListText;
  readonly readLimitMs?: number;
  readonly deepBudgetMs?: number;
}

/** A scanner whose list of libraries can be replaced by a newer one. */
export interface RenewableCodeScanner extends CodeScanner {
  /**
   * From the next call on. A list of an earlier day than the one in use is passed over.
   * @throws {SyntaxError | z.ZodError | RangeError} the text is no such list, or half of one; the one in use stays
   */
  renew(list: ListText): void;
}

/** Reads code in a thread of its own, one text after the other; the thread starts with the first. */
export function createCodeScanner({
  list = shippedList(),
  readLimitMs = READ_LIMIT_MS,
  deepBudgetMs = DEEP_BUDGET_MS,
}: CodeScannerOptions = {}): RenewableCodeScanner {
  let inUse = using(list);

  async function read(reader: CodeReader, text: CodeText): Promise<CodeSeen> {
    const whole = await reader.run({ step: 'read', text, hasLibraries: true }, readLimitMs);
    // Patterns of the list are others' work; ours alone end in time on any text.
    const part = whole ?? (await reader.run({ step: 'read', text, hasLibraries: false }, readLimitMs));
    return (part as CodeSeen | null) ?? NOTHING;
  }

  async function readDeep(reader: CodeReader, { text }: CodeText, seen: CodeSeen): Promise<CodeSeen> {
    const found = (await reader.run({ step: 'deep', text }, DEEP_LIMIT_MS)) as readonly LibrarySeen[] | null;
    return found ? { ...seen, libraries: found } : seen;
  }

  return {
    get version() {
      return `${RULES_VERSION}-${inUse.list.rulesVersion}`;
    },
    async scan(texts, signal) {
      const { reader } = inUse;
      const found: CodeSeen[] = [];
      let deepMs = 0;
      for (const text of texts) {
        signal?.throwIfAborted();
        let seen = await read(reader, text);
        if (deepMs < deepBudgetMs && isWorthDeepStep(text, seen)) {
          const startedAt = performance.now();
          seen = await readDeep(reader, text, seen);
          deepMs += performance.now() - startedAt;
        }
        found.push(seen);
      }
      return found;
    },
    librariesAt: (address) => inUse.rules.atAddress(address),
    flawsOf: (libraries) => inUse.rules.flawsOf(libraries),
    renew(newer) {
      if (newer.day < inUse.list.day) return;
      const next = using(newer);
      const [held, come] = [inUse, next].map(({ list: { repository } }) => Object.keys(repository).length);
      if ((come ?? 0) * 2 < (held ?? 0)) throw new RangeError('The list was cut short.');
      const { reader } = inUse;
      inUse = next;
      void reader.close();
    },
    close: () => inUse.reader.close(),
  };
}

function using(text: ListText): { list: LibraryList; rules: LibraryRules; reader: CodeReader } {
  const list = readList(text);
  return { list, rules: libraryRules(list), reader: new CodeReader(text) };
}

/** Only what a bundler made: there the words that tell a library are often gone. */
function isWorthDeepStep({ language, text }: CodeText, { libraries, isPartial }: CodeSeen): boolean {
  if (language !== 'javascript' || libraries.length > 0 || isPartial) return false;
  if (text.length < MIN_DEEP_CHARS || text.length > MAX_DEEP_CHARS) return false;
  const lines = text.split('\n').length;
  return text.length / lines > MINIFIED_LINE_CHARS;
}
