import { openFile } from './journal.ts';

/** Reads the whole file given, and fails when it is damaged. Never writes. */
await openFile(process.argv[2] ?? '', true).db.close();
