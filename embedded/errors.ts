const NAMES = `2 BadValue 8 UnknownError 9 FailedToParse 14 TypeMismatch 15 Overflow 26 NamespaceNotFound 28 PathNotViable
  40 ConflictingUpdateOperators 43 CursorNotFound 48 NamespaceExists 52 DollarPrefixedFieldName 53 InvalidIdField
  54 NotSingleValueField 59 CommandNotFound 66 ImmutableField 67 CannotCreateIndex 73 InvalidNamespace
  85 IndexOptionsConflict 86 IndexKeySpecsConflict 112 WriteConflict 168 InvalidPipelineOperator 225 TransactionTooOld
  251 NoSuchTransaction 263 OperationNotSupportedInTransaction 10334 BSONObjectTooLarge 11000 DuplicateKey`;

/** An answer of refusal in MongoDB's own numbers, so that driver and mongoose read it as they would the real thing. */
export class StoreError extends Error {
  readonly code: number;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    const codeName = new RegExp(`\\b${code} (\\w+)`).exec(NAMES)?.[1] ?? `Location${code}`;
    this.fields = { code, codeName, errmsg: message, ...extra };
  }
}

/** BadValue: what we refuse because we would not do it as MongoDB does. */
export const refusal = (what: string): StoreError => new StoreError(2, `The embedded store does not ${what}.`);

/** The driver's withTransaction begins the whole transaction again. */
export const transient = (code: 112 | 251, message: string): StoreError =>
  new StoreError(code, message, { errorLabels: ['TransientTransactionError'] });

/** The folder cannot be served: damaged, or served by another. The message is one sentence for people. */
export class CannotOpenError extends Error {}
