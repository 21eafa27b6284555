import { mongo } from 'mongoose';

/** The index keys that a write collided on, or null when it failed for another reason. */
export function duplicateKey(error: unknown): readonly string[] | null {
  if (!(error instanceof mongo.MongoServerError) || error.code !== 11_000) return null;
  return Object.keys((error['keyPattern'] as Record<string, unknown> | undefined) ?? {});
}
