import { isWellKnownHost } from '../data/well-known-hosts.ts';
import type { BehaviourSeen } from '../evidence/code.ts';
import { hostsNamed, type HostNamed } from './hosts.ts';
import { lineCounter } from './line-counter.ts';
import { imitatedHost } from './look-alike-hosts.ts';
import { decodedEvalAt, densityAt } from './obfuscation.ts';

const MAX_BEHAVIOURS = 20;
/** Reading and sending stand close together; in a large bundle they meet by chance further apart. */
const NEAR_CHARS = 1_500;

/** Names of fields that hold what a thief wants, as code writes them in texts. */
const SENSITIVE_FIELD =
  /["'`][^"'`\n]{0,80}(?:card[-_ ]?(?:number|num|no|holder)|cardnumber|cc[-_]?(?:number|num|csc|exp)|\bcvv2?\b|\bcvc\b|security[-_]?code|expir(?:y|ation)[-_]?(?:date|month|year)?|number_field|input\[(?:type|name)=\\?["']?(?:password|card)|type=\\?["']?password|(?<![a-z])passw(?:or)?d\b|one-time-code|\bupi[-_]?(?:id|pin)\b)[^"'`\n]{0,80}["'`]/gi;
const READS_VALUE = /\.value\b|\.val\(\s*\)|\bFormData\s*\(|\.serialize(?:Array)?\s*\(|\[['"]value['"]\]|\.elements\b/g;
const READS_FORM =
  /\bFormData\s*\(|\.serialize(?:Array)?\s*\(|\.elements\b|document\.forms\b|querySelectorAll\(\s*["'`][^"'`\n]{0,60}(?:input|form|select|textarea)|getElementsByTagName\(\s*["'`](?:input|form|select)/g;
const SENDS =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\.sendBeacon\s*\(|\bnew\s+Image\b|\bWebSocket\s*\(|\$\.(?:ajax|post|get)\s*\(|\baxios\b|\.src\s*=(?!=)|\.action\s*=(?!=)|\.open\s*\(\s*["'`](?:POST|GET)/g;
const READS_VALUE_OR_WHOLE_FORM =
  /\.value\b|\.val\(\s*\)|\bFormData\s*\(|\.serialize(?:Array)?\s*\(|\[['"]value['"]\]/g;
const BEACON = /\.sendBeacon\s*\(|\bnew\s+Image\b|createElement\(\s*["'`]img["'`]\s*\)/g;

/**
 * What skimmers do, in the text of one script. Each is a hint to look: a script may read a card field for a good
 * reason, and one that hides well shows nothing here. Hosts of well-known services are not held foreign; those of the
 * shop itself the caller knows.
 */
export function scanBehaviours(code: string): BehaviourSeen[] {
  const lineAt = lineCounter(code);
  const hosts = hostsNamed(code);
  const found: BehaviourSeen[] = [];
  const say = (behaviour: BehaviourSeen['behaviour'], at: number, host: string | null) => {
    if (found.length < MAX_BEHAVIOURS) found.push({ behaviour, line: lineAt(at), host });
  };

  for (const { host, at } of hosts) if (imitatedHost(host)) say('look-alike-host', at, host);

  const foreign = hosts.filter(({ host }) => !isWellKnownHost(host));
  if (foreign.length > 0) {
    const reading = near(code, [SENSITIVE_FIELD, READS_VALUE, SENDS], foreign);
    if (reading) say('reads-payment-fields-and-sends', reading.at, reading.host);
    const beacon = near(code, [READS_FORM, READS_VALUE_OR_WHOLE_FORM, BEACON], foreign);
    if (beacon) say('reads-form-and-beacons', beacon.at, beacon.host);
  }
  const decoded = decodedEvalAt(code);
  if (decoded !== null) say('decoded-eval', decoded, hosts.find(({ isHidden }) => isHidden)?.host ?? null);
  const dense = densityAt(code);
  if (dense !== null) say('dense-obfuscation', dense, null);
  return found;
}

/** The first place of the first pattern with a place of each other one, and a foreign host, close by. */
function near(code: string, patterns: readonly RegExp[], foreign: readonly HostNamed[]) {
  const [first = [], ...others] = patterns.map((pattern) => [...code.matchAll(pattern)].map(({ index }) => index));
  if (others.some((places) => places.length === 0)) return null;
  const closest = (places: readonly number[], at: number) => {
    const next = places[firstFrom(places, at - NEAR_CHARS)];
    return next !== undefined && next <= at + NEAR_CHARS;
  };
  for (const at of first) {
    const host = foreign.find((one) => Math.abs(one.at - at) <= NEAR_CHARS);
    if (host && others.every((places) => closest(places, at))) return { at, host: host.host };
  }
  return null;
}

/** Index of the first place from `at` on. Places ascend. */
function firstFrom(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
