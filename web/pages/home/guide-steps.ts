import type { GuideStep, Home } from '../../../core/api/home.ts';

/** The first step that is not done; null when all are. */
export function nextStep({ guide }: Home): GuideStep | null {
  return guide.steps.find(({ isDone }) => !isDone)?.id ?? null;
}

/** Whether the guide stands at the first check, and so shows its progress. */
export function isFirstCheckNext(home: Home): boolean {
  return nextStep(home) === 'first-check';
}
