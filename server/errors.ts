/**
 * Everything that Prahari refuses on purpose. `type` is a stable word for programs, `title` one sentence for people,
 * `detail` says what to do next. None of them ever holds a token, a person's data or what the caller sent.
 */
export class AppError extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: {
    type: string;
    title: string;
    status: number;
    detail?: string;
    fields?: Readonly<Record<string, string>>;
    headers?: Readonly<Record<string, string>>;
    cause?: unknown;
  }) {
    super(problem.title, problem.cause === undefined ? undefined : { cause: problem.cause });
    this.name = new.target.name;
    this.type = problem.type;
    this.title = problem.title;
    this.status = problem.status;
    this.detail = problem.detail;
    this.fields = problem.fields;
    this.headers = problem.headers ?? {};
  }
}

/** The request does not have the shape that the route takes. `fields` names each bad field with a reason code. */
export class BadRequestError extends AppError {
  constructor(title: string, fields?: Readonly<Record<string, string>>) {
    super({ type: 'bad-request', title, status: 400, ...(fields && { fields }) });
  }
}

/** No such thing in this shop. Another shop's thing reads the same. */
export class NotFoundError extends AppError {
  constructor(title = 'There is nothing at this address.') {
    super({ type: 'not-found', title, status: 404 });
  }
}

/** The person may not do this; the shop's owner can change that in Settings. */
export class ForbiddenError extends AppError {
  constructor(title = 'Your role does not allow this.') {
    super({
      type: 'forbidden',
      title,
      status: 403,
      detail: 'Ask the owner of the shop to change your role in Settings.',
    });
  }
}

/** What was asked for collides with what is there. */
export class ConflictError extends AppError {
  constructor(title: string, fields?: Readonly<Record<string, string>>) {
    super({ type: 'conflict', title, status: 409, ...(fields && { fields }) });
  }
}

/** A budget is spent; `retryAfterS` says when to come back. */
export class TooManyRequestsError extends AppError {
  constructor(title: string, retryAfterS: number) {
    super({
      type: 'too-many-requests',
      title,
      status: 429,
      headers: { 'Retry-After': String(Math.ceil(retryAfterS)) },
    });
  }
}
