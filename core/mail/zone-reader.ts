import type { Zone, ZoneNode } from '../evidence/dns.ts';

type RecordType = keyof ZoneNode;

/** Aliases that are followed from one name; a longer chain is a mistake or a trap. */
const MOST_ALIASES = 8;

/** Answers questions from a zone and remembers which were put, so that whoever fills zones knows what is still to ask. */
export interface ZoneReader {
  /** TXT records, each joined from its strings without a blank between. */
  texts(name: string): string[];
  records(name: string, type: Exclude<RecordType, 'TXT'>): readonly string[];
  /** "TXT shop.example", in the order in which they were put first. */
  questions(): string[];
}

export function zoneReader(zone: Zone): ZoneReader {
  const nodes: ReadonlyMap<string, ZoneNode> = new Map(
    Object.entries(zone).map(([name, node]) => [bareName(name), node]),
  );
  const asked = new Set<string>();

  function find(name: string, type: RecordType): readonly (string | readonly string[])[] {
    let current = bareName(name);
    asked.add(`${type} ${current}`);
    for (let hop = 0; hop <= MOST_ALIASES; hop += 1) {
      const node = nodes.get(current);
      const found = node?.[type];
      if (found && found.length > 0) return found;
      const alias = node?.CNAME?.[0];
      if (alias === undefined || type === 'CNAME') return [];
      current = bareName(alias);
    }
    return [];
  }

  return {
    texts: (name) => find(name, 'TXT').map((record) => (typeof record === 'string' ? record : record.join(''))),
    records: (name, type) => find(name, type).map((record) => (typeof record === 'string' ? record : record.join(''))),
    questions: () => [...asked],
  };
}

/** In lower case, without the dot at its end. */
export function bareName(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}
