import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../core/text.ts';

/** What a page says under "vendors:claim.save". What it puts into a text may be anything, and each plural counts. */
export type Words = (name: `${string}:${string}`) => RegExp;

interface Texts {
  readonly [name: string]: string | Texts;
}

/** The words of the app's pages in one language, as patterns of whole texts. */
export function wordsIn(language: Language): Words {
  const read = new Map<string, Texts>();
  const textsOf = (file: string): Texts => {
    const kept = read.get(file);
    if (kept) return kept;
    const whole = path.join(import.meta.dirname, '../../web/locales', language, `${file}.json`);
    const texts = JSON.parse(readFileSync(whole, 'utf8')) as Texts;
    read.set(file, texts);
    return texts;
  };
  return (name) => {
    const [file = '', key = ''] = name.split(':');
    const steps = key.split('.');
    const last = steps.pop() ?? '';
    const place = steps.reduce<Texts[string] | undefined>(below, textsOf(file));
    const said = [last, `${last}_one`, `${last}_other`].map((one) => below(place, one));
    const templates = said.filter((text) => typeof text === 'string');
    if (templates.length === 0) throw new RangeError(`Nothing is said under ${name} in ${language}.`);
    return new RegExp(`^(?:${templates.map(patternOf).join('|')})$`);
  };
}

const below = (texts: Texts[string] | undefined, name: string): Texts[string] | undefined =>
  typeof texts === 'object' ? texts[name] : undefined;

const patternOf = (template: string): string =>
  template
    .split(/\{\{\w+\}\}/)
    .map((fixed) => fixed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');
