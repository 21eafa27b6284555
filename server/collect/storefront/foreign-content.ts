/** How scripts are written here: in a drawing with "href", in a formula not at all. */
export type World = 'html' | 'drawing' | 'formula';

interface Embedded {
  readonly name: string;
  readonly holds: World;
}

/** Elements that end a drawing or a formula around them. Source: HTML, "The rules for parsing tokens in foreign content". */
const BREAK_OUT = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
    'nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** Drawings and formulas around the place that is read, and HTML inside them. */
export function foreignContent() {
  const around: Embedded[] = [];
  const here = (): World => around.at(-1)?.holds ?? 'html';

  return {
    here,

    open(name: string): void {
      const element = name.toLowerCase();
      while (here() !== 'html' && BREAK_OUT.has(element)) around.pop();
      const holds = enters(element, here());
      if (holds !== null) around.push({ name, holds });
    },

    close(name: string): void {
      if (around.at(-1)?.name === name) around.pop();
    },
  };
}

/** Elements that begin another kind of content. Source: HTML, "integration point". */
function enters(element: string, world: World): World | null {
  if (world === 'html') return element === 'svg' ? 'drawing' : element === 'math' ? 'formula' : null;
  if (world === 'drawing') return /^(foreignobject|desc|title)$/.test(element) ? 'html' : null;
  return /^(mi|mo|mn|ms|mtext|annotation-xml)$/.test(element) ? 'html' : null;
}
