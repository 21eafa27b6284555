import type { DataAtRestState, HeaderGradeRow, StorefrontBoard } from '../../core/api/security.ts';
import { aHostProbe, noFlaws, someDomainRecords } from '../../test/security-factories.ts';
import type { HostBook } from '../../core/api/hosts.ts';
import { NOW } from './factories.ts';

/** As a shop on the platform stands when nothing of its own is wrong. */
export function aGrade(parts: Partial<HeaderGradeRow> = {}): HeaderGradeRow {
  return {
    score: 65,
    grade: 'B-',
    tests: [
      { test: 'csp', result: 'csp-implemented-with-unsafe-inline', modifier: -20 },
      { test: 'hsts', result: 'hsts-implemented-max-age-less-than-six-months', modifier: -10 },
      { test: 'sri', result: 'sri-not-implemented-but-external-scripts-loaded-securely', modifier: -5 },
      { test: 'xfo', result: 'x-frame-options-implemented-via-csp', modifier: 5 },
      { test: 'cookies', result: 'cookies-not-found', modifier: 0 },
    ],
    ...parts,
  };
}

export function aStorefrontBoard(parts: Partial<StorefrontBoard> = {}): StorefrontBoard {
  return {
    takenAt: NOW,
    reason: null,
    hosts: [{ ...aHostProbe(), grade: aGrade() }],
    domains: [someDomainRecords()],
    libraries: noFlaws(),
    theme: [],
    themeFiles: 24,
    ...parts,
  };
}

export function noHosts(parts: Partial<HostBook> = {}): HostBook {
  return { hosts: [], signatures: [], ...parts };
}

export function noDataAtRest(parts: Partial<DataAtRestState> = {}): DataAtRestState {
  return { isSampleOn: false, missingScopes: [], scans: [], sample: null, ...parts };
}
