import type { VendorDetails, VendorFields } from '../../../core/api/vendors.ts';
import type { DataClass, VendorKind } from '../../../core/data/vendor-papers.ts';
import type { Day } from '../../../core/time.ts';

/** Everything as it is typed. */
export interface VendorInput {
  readonly name: string;
  readonly kind: VendorKind;
  readonly purpose: string;
  readonly owner: string;
  readonly contact: string;
  readonly note: string;
  readonly dataClasses: readonly DataClass[];
  /** Separated by blanks, commas or lines, as the next two. */
  readonly scopes: string;
  readonly hosts: string;
  readonly handle: string;
  readonly unusedSince: string;
  readonly tokenMadeOn: string;
}

export type VendorFault = 'nameNeeded' | 'host' | 'scope' | 'handle' | 'future' | 'day';

export const LONGEST = { name: 120, purpose: 500, owner: 120, contact: 300, note: 2_000, handle: 100 } as const;

const HOST =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u;
const SCOPE = /^[a-z][a-z_]{2,79}$/;
const HANDLE = /^[a-z0-9][a-z0-9_-]*$/;

export function inputOf(vendor: VendorDetails | null): VendorInput {
  return {
    name: vendor?.name ?? '',
    kind: vendor?.kind ?? 'app',
    purpose: vendor?.purpose ?? '',
    owner: vendor?.owner ?? '',
    contact: vendor?.contact ?? '',
    note: vendor?.note ?? '',
    dataClasses: vendor?.dataClasses ?? [],
    scopes: vendor?.scopesFrom === 'stated' ? (vendor.scopes ?? []).map(({ scope }) => scope).join('\n') : '',
    hosts: (vendor?.hosts ?? []).join('\n'),
    handle: vendor?.handle ?? '',
    unusedSince: vendor?.unusedSince ?? '',
    tokenMadeOn: vendor?.tokenMadeOn ?? '',
  };
}

/** What keeps the form from being sent, by field. */
export function faultsOf(input: VendorInput, today: Day): Readonly<Partial<Record<keyof VendorInput, VendorFault>>> {
  return {
    ...(input.name.trim() === '' && { name: 'nameNeeded' as const }),
    ...(hostsOf(input.hosts).some((host) => !HOST.test(host)) && { hosts: 'host' as const }),
    ...(partsOf(input.scopes).some((scope) => !SCOPE.test(scope)) && { scopes: 'scope' as const }),
    ...(input.handle.trim() !== '' && !HANDLE.test(input.handle.trim()) && { handle: 'handle' as const }),
    ...(input.unusedSince > today && { unusedSince: 'future' as const }),
    ...(input.tokenMadeOn > today && { tokenMadeOn: 'future' as const }),
  };
}

/** As the server takes it: what is empty is not known. */
export function fieldsOf(input: VendorInput): VendorFields {
  const scopes = partsOf(input.scopes);
  return {
    name: input.name.trim(),
    kind: input.kind,
    purpose: textOf(input.purpose),
    owner: textOf(input.owner),
    contact: textOf(input.contact),
    note: textOf(input.note),
    dataClasses: input.dataClasses,
    scopes: scopes.length === 0 ? null : [...new Set(scopes)],
    hosts: [...new Set(hostsOf(input.hosts))],
    handle: textOf(input.handle),
    unusedSince: textOf(input.unusedSince),
    tokenMadeOn: input.kind === 'custom-app' ? textOf(input.tokenMadeOn) : null,
  };
}

/** Only what differs from before, so that two people can change two fields. */
export function changedFields(before: VendorInput, after: VendorInput): Partial<VendorFields> {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const keys = (Object.keys(now) as (keyof VendorFields)[]).filter(
    (key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, now[key]]));
}

/** "none" excludes the rest: whoever chooses it last means it, and whoever adds another takes it back. */
export function chosenClasses(before: readonly DataClass[], chosen: readonly DataClass[]): readonly DataClass[] {
  if (!chosen.includes('none') || chosen.length === 1) return chosen;
  return before.includes('none') ? chosen.filter((one) => one !== 'none') : ['none'];
}

/** An address that was copied whole is cut to its host. */
function hostsOf(typed: string): readonly string[] {
  return partsOf(typed).map((part) =>
    part
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/?#:].*$/, ''),
  );
}

function partsOf(typed: string): readonly string[] {
  return typed.split(/[\s,;]+/).filter((part) => part !== '');
}

function textOf(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
