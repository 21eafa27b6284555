import { BROWSER_RELEASES } from '../core/data/browser-releases.ts';
import { QUESTIONS } from '../core/data/questions.ts';
import type { Attestation, SelfChecks } from '../core/evidence/attestations.ts';
import type { OwnRecords } from '../core/evidence/own-records.ts';
import type { PeopleBook } from '../core/evidence/people.ts';
import { addDays, dayInIndia } from '../core/gst/days.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One of the sandbox's stated defects; null: everything is in order. */
export interface StatedAs {
  readonly defect: string | null;
  readonly now: Date;
}

const daysAgo = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();

/** Every question answered yesterday, with its paper. */
export function sandboxAttestations({ defect, now }: StatedAs): Attestation[] {
  const asked = defect === 'questions-left-open' ? QUESTIONS.filter((_question, place) => place % 2 === 0) : QUESTIONS;
  return asked.map(({ id, needsFile }) => ({
    questionId: id,
    answer: defect === `says-no-${id}` ? 'no' : 'yes',
    statedAt: daysAgo(now, 1),
    expiresAt: daysAgo(now, -60),
    statedBy: '1001',
    hasFile: needsFile,
  }));
}

/** Everybody who works there checked a password and a device yesterday; the defect is the first one's. */
export function sandboxSelfChecks({ people }: PeopleBook, { defect, now }: StatedAs): SelfChecks {
  const today = dayInIndia(now.toISOString());
  const releases = BROWSER_RELEASES.chrome.filter(({ releasedOn }) => releasedOn <= addDays(today, -1));
  const here = people.filter(({ leftAt }) => leftAt === null);
  const who = here.map(({ id, label }, place) => ({
    isFirst: place === 0,
    named: { personId: id, label, checkedAt: daysAgo(now, 1) },
  }));
  return {
    asked: who.map(({ named: { personId, label, checkedAt } }) => ({ personId, label, askedAt: checkedAt })),
    passwords: who.map(({ isFirst, named }) => ({
      ...named,
      ...{ score: 4, lengthClass: '15-or-more', engineVersion: '4.2.0' },
      isBreached: isFirst && defect === 'breached-password',
    })),
    devices: who.map(({ isFirst, named }) => {
      const release = isFirst && defect === 'old-browser' ? releases[0] : releases.at(-1);
      return {
        ...named,
        browser: { name: 'chrome', majorVersion: release?.majorVersion ?? 0 },
        operatingSystem: 'windows',
        answers: {
          diskEncryption: isFirst && defect === 'disk-not-encrypted' ? 'no' : 'yes',
          ...{ screenLock: 'yes', systemUpdates: 'yes', antiMalware: 'yes' },
        },
      };
    }),
  };
}

/** Checked yesterday; one risk put aside as it should be. */
export function sandboxRecords({ defect, now }: StatedAs): OwnRecords {
  const about = { checkId: 'security/form-captcha', subject: 'shop', severity: 'medium' } as const;
  return {
    lastScanAt: daysAgo(now, defect === 'not-checked-for-weeks' ? 42 : 1),
    openAlerts:
      defect === 'alert-open-for-months'
        ? [{ ...about, checkId: 'security/public-secrets', severity: 'critical', since: daysAgo(now, 61) }]
        : [],
    acceptedRisks: [
      {
        ...about,
        ...{ acceptedAt: daysAgo(now, 10), acceptedBy: '1001', hasReason: true },
        until: defect === 'risk-without-end' ? null : daysAgo(now, -30),
      },
    ],
  };
}
