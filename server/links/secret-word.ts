import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits as 43 characters that may stand in an address. Whoever holds it is let in, so it is never kept. */
export const newSecretWord = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of it. Nothing as random needs salt. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const SECRET_WORD = /^[A-Za-z0-9_-]{43}$/;
