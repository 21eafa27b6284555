/** What stands in the field that an event comes from; empty where it names none. */
export function textIn(event: Event): string {
  const target: unknown = event.currentTarget;
  return isRecord(target) && typeof target.value === 'string' ? target.value : '';
}

/** Whether the box that an event comes from is ticked. */
export function isTicked(event: Event): boolean {
  const target: unknown = event.currentTarget;
  return isRecord(target) && target.checked === true;
}

function isRecord(target: unknown): target is Readonly<Record<string, unknown>> {
  return typeof target === 'object' && target !== null;
}
