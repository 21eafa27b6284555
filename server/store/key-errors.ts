import { AppError } from '../errors.ts';

/** The key of a sealed field is gone: erased with its shop, or missing from the ring. Never read as "empty". */
export class KeyMissingError extends AppError {
  constructor() {
    super({ type: 'key-missing', title: 'A protected field cannot be read: its key is missing.', status: 500 });
  }
}

/** A sealed field does not open with its own key: altered, or moved here from elsewhere. An operator must look. */
export class TamperedError extends AppError {
  constructor() {
    super({ type: 'tampered', title: 'A protected field was altered outside Prahari.', status: 500 });
  }
}

/** The key ring does not fit the store. `keyId` is a name, not a key. */
export class KeyRingError extends Error {
  override readonly name = 'KeyRingError';
}
