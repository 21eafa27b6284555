const NAMES: Readonly<Record<number, string>> = {
  2: 'BadValue',
  8: 'UnknownError',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  15: 'Overflow',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  225: 'TransactionTooOld',
  238: 'NotImplemented',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
};

/** An answer of refusal in MongoDB's own numbers, so that driver and mongoose read it as they would the real thing. */
export class StoreError extends Error {
  readonly code: number;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }

  /** As a write error or the body of a failed reply. */
  toFields(): Record<string, unknown> {
    const codeName = NAMES[this.code] ?? `Location${this.code}`;
    return { code: this.code, codeName, errmsg: this.message, ...this.extra };
  }
}

/** The transaction lost against another writer; the driver's withTransaction tries again. */
export const writeConflict = (): StoreError =>
  new StoreError(112, 'WriteConflict error: this operation conflicted with another operation. Please retry.', {
    errorLabels: ['TransientTransactionError'],
  });

/** The folder cannot be served: damaged, or served by another. The message is one sentence for people. */
export class CannotOpenError extends Error {}
