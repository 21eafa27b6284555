import type { EvidenceItem, StorefrontFigures, ThemeCodeRow, ThemeListing } from './api/security.ts';
import { evidenceItems } from './evidence-items.ts';
import type { DataSample } from './evidence/data-at-rest.ts';
import type { MainTheme } from './evidence/kinds.ts';
import { collectedValue, type Snapshot } from './evidence/snapshot.ts';
import type { Instant } from './time.ts';

/** What the security pages show of a snapshot beside its verdicts. */
export interface SecuritySummary {
  readonly asOf: Instant;
  readonly evidence: readonly EvidenceItem[];
  readonly storefront: StorefrontFigures;
  /** Null: the theme could not be read. */
  readonly theme: ThemeListing | null;
  /** Null: switched off, or not to be had. */
  readonly sample: DataSample | null;
}

/** Each part stands alone: evidence that is missing is listed as missing and costs no other its place. */
export function securitySummary(snapshot: Snapshot): SecuritySummary {
  const storefront = snapshot.evidence.storefront;
  const theme = collectedValue(snapshot, 'theme');
  return {
    asOf: snapshot.takenAt,
    evidence: evidenceItems(snapshot),
    storefront: {
      reason: storefront?.status === 'collected' ? null : (storefront?.reason ?? 'not-collected'),
      hosts: collectedValue(snapshot, 'storefront')?.hosts ?? [],
      domains: collectedValue(snapshot, 'dns') ?? [],
      libraries: librariesOf(snapshot),
      theme: theme ? themeRows(theme) : [],
      themeFiles: theme?.files.length ?? 0,
    },
    theme: theme && listing(theme),
    sample: collectedValue(snapshot, 'dataSample'),
  };
}

function librariesOf(snapshot: Snapshot): StorefrontFigures['libraries'] {
  const lists = [collectedValue(snapshot, 'storefront')?.libraries, collectedValue(snapshot, 'theme')?.libraries];
  const known = lists.filter((list) => list !== undefined);
  if (known.length === 0) return null;
  const flaws = new Map(known.flatMap((list) => list.flaws.map((flaw) => [`${flaw.component} ${flaw.version}`, flaw])));
  return { dataDay: known.map(({ dataDay }) => dataDay).sort()[0] ?? '', flaws: [...flaws.values()] };
}

/** Files of which there is something to say. */
function themeRows({ files }: MainTheme): ThemeCodeRow[] {
  return files.flatMap(({ filename, code }) => {
    if (!code) return [];
    const { libraries, secrets, behaviours, isPartial } = code;
    const isQuiet = libraries.length + secrets.length + behaviours.length === 0 && !isPartial;
    return isQuiet ? [] : [{ filename, libraries, secrets, behaviours, isPartial }];
  });
}

function listing({ id, name, files }: MainTheme): ThemeListing {
  return {
    id,
    name,
    files: files.flatMap(({ filename, checksumMd5 }) => (checksumMd5 === null ? [] : [{ filename, checksumMd5 }])),
  };
}
