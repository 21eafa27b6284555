/** What it takes to mend: a click or two, an hour, a day, or others' help. */
export const EFFORTS = ['minutes', 'hour', 'day', 'others'] as const;
export type Effort = (typeof EFFORTS)[number];
