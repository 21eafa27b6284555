import type { CodeSeen, LibraryFlaws, LibrarySeen } from '../../core/evidence/code.ts';

/** A piece of code to read. */
export interface CodeText {
  /** File name or address, without query: "assets/jquery-1.8.3.min.js". */
  readonly name: string;
  readonly language: 'javascript' | 'html' | 'liquid' | 'json';
  readonly text: string;
}

/** Reads code for libraries, secrets and what skimmers do. It keeps nothing and goes nowhere. */
export interface CodeScanner {
  /** Changes with the rules and the list of libraries: what an earlier version read is to be read again. */
  readonly version: string;
  /** One answer a text, in order. Works beside the main thread; never rejects for what the code contains. */
  scan(texts: readonly CodeText[], signal?: AbortSignal): Promise<readonly CodeSeen[]>;
  /** What an address alone gives away. */
  librariesAt(address: string): readonly LibrarySeen[];
  /** What the newest list knows of these. */
  flawsOf(libraries: readonly LibrarySeen[]): LibraryFlaws;
  close(): Promise<void>;
}
