/** An instant, ISO 8601 in UTC with milliseconds: "2026-11-22T13:10:00.000Z". Snapshots are plain JSON, so no Date. */
export type Instant = string;

/** A calendar day in India, "2026-11-22". */
export type Day = string;
