import {
  BONUS_FROM_SCORE,
  GRADES_FROM_SCORE,
  HEADER_GRADE_RULES,
  PERFECT_SCORE,
  type HeaderGradeRule,
} from '../data/header-grade-rules.ts';
import { cookieResult } from './cookie-result.ts';
import { cspResult } from './csp-result.ts';
import { hstsResult } from './hsts.ts';
import type { HeaderGradeInput } from './input.ts';
import { coepResult, coopResult, corpResult } from './isolation.ts';
import { corsResult, framingResult, referrerResult, sniffingResult } from './plain-results.ts';
import { redirectionResult } from './redirection.ts';
import { scriptsResult } from './scripts-result.ts';

export const HEADER_TESTS = [
  'csp',
  'cookies',
  'coep',
  'coop',
  'cors',
  'redirection',
  'referrer',
  'hsts',
  'sri',
  'xcto',
  'xfo',
  'corp',
] as const;
export type HeaderTest = (typeof HEADER_TESTS)[number];

export interface HeaderGrade {
  /** 0 and up; above 100 with bonuses. */
  readonly score: number;
  /** "A+" to "F". */
  readonly grade: string;
  readonly passed: number;
  readonly total: number;
  readonly tests: readonly HeaderTestResult[];
}

export interface HeaderTestResult {
  readonly test: HeaderTest;
  /** One of core/data/header-grade-rules. */
  readonly result: string;
  readonly modifier: number;
  readonly isPass: boolean;
}

const RULES: ReadonlyMap<string, HeaderGradeRule> = new Map(HEADER_GRADE_RULES.map((rule) => [rule.result, rule]));

/** Twelve tests of one page's answer, each with the points of its result. */
export function gradeHeaders(input: HeaderGradeInput): HeaderGrade {
  const results = resultsOf(input);
  const tests = HEADER_TESTS.map((test) => worthOf(test, results[test]));
  const score = scoreOf(tests.map(({ modifier }) => modifier));
  return {
    score,
    grade: gradeFor(score),
    passed: tests.filter(({ isPass }) => isPass).length,
    total: tests.length,
    tests,
  };
}

/** The grade of a score: "A+" to "F". */
export function gradeFor(score: number): string {
  return GRADES_FROM_SCORE.find(([lowest]) => score >= lowest)?.[1] ?? 'F';
}

function resultsOf(input: HeaderGradeInput): Readonly<Record<HeaderTest, string>> {
  const { headers, cookies, cors } = input;
  const hsts = hstsResult(input);
  return {
    csp: cspResult(input),
    cookies: cookieResult(cookies, RULES.get(hsts)?.isPass ?? false),
    coep: coepResult(headers),
    coop: coopResult(headers),
    cors: corsResult(cors),
    redirection: redirectionResult(input),
    referrer: referrerResult(input),
    hsts,
    sri: scriptsResult(input),
    xcto: sniffingResult(headers),
    xfo: framingResult(input),
    corp: corpResult(headers),
  };
}

function worthOf(test: HeaderTest, result: string): HeaderTestResult {
  const rule = RULES.get(result);
  if (!rule) throw new RangeError(`No rule for ${result}`);
  return { test, result, modifier: rule.modifier, isPass: rule.isPass };
}

function scoreOf(modifiers: readonly number[]): number {
  const sum = (points: readonly number[]) => points.reduce((total, point) => total + point, PERFECT_SCORE);
  const without = sum(modifiers.filter((modifier) => modifier < 0));
  return Math.max(0, without >= BONUS_FROM_SCORE ? sum(modifiers) : without);
}
