/** Runs it, and lets no error out into the shop's page. */
export function calmly<T extends readonly unknown[]>(act: (...values: T) => void): (...values: T) => void {
  return (...values) => {
    try {
      act(...values);
    } catch {
      // The fields go on as plain ones.
    }
  };
}
