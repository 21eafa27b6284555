import { useEffect, useState } from 'preact/hooks';

/** The part of a host's signal that is read here. */
export interface HostSignal<T> {
  readonly value: T;
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

/** The value of a host's signal now and later; undefined where the host has none, or it breaks: protected data may be missing. */
export function useHostSignal<T>(signal: HostSignal<T> | undefined): T | undefined {
  const [value, setValue] = useState<{ readonly now: T | undefined }>(() => ({ now: valueOf(signal) }));
  useEffect(() => {
    try {
      return signal?.subscribe((now) => setValue({ now }));
    } catch {
      return undefined;
    }
  }, [signal]);
  return value.now;
}

function valueOf<T>(signal: HostSignal<T> | undefined): T | undefined {
  try {
    return signal?.value;
  } catch {
    return undefined;
  }
}
