export const FILE_TYPES = ['pdf', 'png', 'jpeg'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const MEDIA_TYPES: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_TAIL = Buffer.from('0000000049454e44ae426082', 'hex');
const JPEG_HEAD = Buffer.from('ffd8ff', 'hex');
const JPEG_TAIL = Buffer.from('ffd9', 'hex');
/** Writers of PDF add a line end or a signature after the mark. */
const PDF_TAIL_BYTES = 1_024;

/**
 * What the bytes are, whatever their name and sender say; null: none of the three. Head and tail must both fit, so a page
 * or an archive glued to a picture is refused. It is a guess all the same: bytes are kept and handed out, never read.
 */
export function fileTypeOf(bytes: Buffer): FileType | null {
  if (startsWith(bytes, PNG_HEAD) && endsWith(bytes, PNG_TAIL)) return 'png';
  if (startsWith(bytes, JPEG_HEAD) && endsWith(bytes, JPEG_TAIL)) return 'jpeg';
  const isPdf = /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1'));
  return isPdf && bytes.subarray(-PDF_TAIL_BYTES).toString('latin1').includes('%%EOF') ? 'pdf' : null;
}

const startsWith = (bytes: Buffer, head: Buffer): boolean => bytes.subarray(0, head.length).equals(head);
const endsWith = (bytes: Buffer, tail: Buffer): boolean => bytes.subarray(-tail.length).equals(tail);
