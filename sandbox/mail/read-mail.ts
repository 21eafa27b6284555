/** A mail as it arrived, taken apart. It reads what one kind of sender writes, and no more. */
export interface ReadMail {
  /** In their order, unfolded, encoded words decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly html: string;
}

const ENCODED_WORD = /=\?utf-8\?([qb])\?([^?]*)\?=/gi;

export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw);
  const parts = partsOf(headers, body);
  const partOf = (type: string) => parts.find(({ kind }) => kind === type)?.content ?? '';
  return { headers, text: partOf('text/plain'), html: partOf('text/html') };
}

/** The first header of that name, in any case of letters; undefined: there is none. */
export const headerOf = ({ headers }: Pick<ReadMail, 'headers'>, name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

function split(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const head = end === -1 ? raw : raw.slice(0, end);
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), decodedWords(line.slice(colon + 1).trim())] as const;
    });
  return { headers, body: end === -1 ? '' : raw.slice(end + 4) };
}

function partsOf(headers: ReadMail['headers'], body: string): { kind: string; content: string }[] {
  const type = headerOf({ headers }, 'content-type') ?? 'text/plain';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!kind.startsWith('multipart/') || boundary === undefined) {
    return [{ kind, content: decodedBody(body, headerOf({ headers }, 'content-transfer-encoding') ?? '7bit') }];
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => {
      const inner = split(part.replace(/^\r\n/, ''));
      return partsOf(inner.headers, inner.body.replace(/\r\n$/, ''));
    });
}

function decodedBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n');
    case 'quoted-printable':
      return fromQuoted(body.replace(/=\r\n/g, '')).replaceAll('\r\n', '\n');
    default:
      return body.replaceAll('\r\n', '\n');
  }
}

/** Blanks between two encoded words only part them. */
const decodedWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[qb]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(ENCODED_WORD)].map(([, how = '', word = '']) =>
          how.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedBytes(word.replaceAll('_', ' ')),
        ),
      ).toString(),
    );

const fromQuoted = (text: string): string => quotedBytes(text).toString();

function quotedBytes(text: string): Buffer {
  return Buffer.concat(
    text
      .split(/(=[0-9A-F]{2})/i)
      .map((piece) => (/^=[0-9A-F]{2}$/i.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  );
}
