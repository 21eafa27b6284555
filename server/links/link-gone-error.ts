import { AppError } from '../errors.ts';

/**
 * The link or its cookie grants nothing: it is unknown, used, expired, withdrawn, of a person who left, or for something
 * else. Which of these, nobody is told.
 */
export class LinkGoneError extends AppError {
  constructor() {
    super({
      type: 'link-gone',
      title: 'This link does not work any more.',
      status: 404,
      detail: 'Ask whoever sent it for a new one.',
    });
  }
}
