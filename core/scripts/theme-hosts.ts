import type { MainTheme } from '../evidence/kinds.ts';
import type { ScriptBook } from '../evidence/scripts.ts';
import { originOfHost } from './origins.ts';
import { hostOf } from './script-identity.ts';

export interface ScriptPlace {
  readonly file: string;
  readonly line: number;
  /** Places in all. */
  readonly count: number;
}

/** Foreign hosts that files of the theme load scripts from, each with its first place. */
export function foreignScriptHosts({ files }: MainTheme, own: readonly string[]): Map<string, ScriptPlace> {
  const places = new Map<string, ScriptPlace>();
  for (const { filename, resources } of files) {
    for (const { element, host: written, line } of resources) {
      const host = written.toLowerCase();
      if (element !== 'script' || originOfHost(host, own) !== 'vendor') continue;
      const before = places.get(host);
      places.set(host, before ? { ...before, count: before.count + 1 } : { file: filename, line, count: 1 });
    }
  }
  return places;
}

/** Hosts of which somebody approved a script: who comes from there is known. */
export function approvedHosts(book: Pick<ScriptBook, 'decisions'> | undefined): ReadonlySet<string> {
  const approved = (book?.decisions ?? []).filter(({ verdict }) => verdict === 'approved');
  return new Set(approved.flatMap(({ identity }) => hostOf(identity) ?? []));
}
