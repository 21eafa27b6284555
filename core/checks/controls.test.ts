import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn } from '../../test/writing-rules.ts';
import { CONTROLS, controlById } from '../data/controls.ts';
import { UNASSESSED_CONTROLS, unassessedReason } from '../data/unassessed-controls.ts';
import { CHECKS } from './index.ts';

const SECURITY = CHECKS.filter(({ area }) => area === 'security');

/** Checks of security that test no control: the catalogue speaks of the shop, and these of something else. */
const WITHOUT_CONTROL: Readonly<Record<string, string>> = {
  'security/look-alike-gstins': 'numbers of buyers',
  'security/customer-accounts': "customers' own accounts",
  'security/storefront-password': 'a shop that is not open',
  'security/own-scopes': 'Prahari itself',
};

/** Checks whose severity is not that of their control, and why. */
const OTHER_SEVERITY: Readonly<Record<string, string>> = {
  'security/theme-foreign-scripts':
    'a script of the theme may well be wanted: its host is not yet compared with a list',
  'security/script-changes': 'what a change is worth, script-owners says; this one watches the queue',
  'security/open-invitations': 'an invitation is no access yet',
  'security/conflicting-statements': 'the stronger statement is believed meanwhile',
  'security/several-owners': 'mostly a register that is not up to date',
};

describe('controls and checks', () => {
  it.each(CONTROLS.map(({ id }) => id))('%s has a check or a reason, not both', (id) => {
    const checks = SECURITY.filter(({ control }) => control === id).map((check) => check.id);
    const hasReason = unassessedReason(id) !== null;
    expect([checks.length > 0, hasReason]).toEqual([!hasReason, checks.length === 0]);
  });

  it.each(SECURITY.map((check) => [check.id, check] as const))('%s tests a control that exists', (id, check) => {
    const control = controlById(check.control ?? '');
    expect([control === null, check.control === undefined]).toEqual([id in WITHOUT_CONTROL, id in WITHOUT_CONTROL]);
    if (control) expect([check.severity === control.severity]).toEqual([!(id in OTHER_SEVERITY)]);
  });

  it('excuses nobody who is gone', () => {
    const ids = new Set<string>(SECURITY.map(({ id }) => id));
    const excused = [...Object.keys(WITHOUT_CONTROL), ...Object.keys(OTHER_SEVERITY)];
    expect(excused.filter((id) => !ids.has(id))).toEqual([]);
    expect(UNASSESSED_CONTROLS.filter(({ controlId }) => controlById(controlId) === null)).toEqual([]);
    expect(new Set(UNASSESSED_CONTROLS.map(({ controlId }) => controlId)).size).toBe(UNASSESSED_CONTROLS.length);
  });

  it.each(UNASSESSED_CONTROLS.map(({ controlId, reason }) => [controlId, reason] as const))(
    '%s says why in plain words',
    (_, { en, hi }) => {
      expect([en.at(-1), hi.at(-1)]).toEqual(['.', '।']);
      expect(hi).toBe(hi.normalize('NFC'));
      expect(bannedWordsIn(en)).toEqual([]);
      expect([...longSentencesIn(en), ...longSentencesIn(hi)]).toEqual([]);
    },
  );
});
