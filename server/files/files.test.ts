import { describe, expect, it } from '@jest/globals';
import { A_JPEG, A_PDF, A_PNG } from '../../test/papers.ts';
import { attachment, cleanFileName, ownFileName } from './file-name.ts';
import { fileTypeOf } from './file-type.ts';

const ZIP = Buffer.from('PK\u0003\u0004 an archive');

describe('U4: the type of a file', () => {
  it.each<[string, Buffer, string | null]>([
    ['a PDF', A_PDF, 'pdf'],
    ['a PDF with a line end after its mark', Buffer.concat([A_PDF, Buffer.from('\r\n')]), 'pdf'],
    ['a PNG', A_PNG, 'png'],
    ['a JPEG', A_JPEG, 'jpeg'],
    ['nothing', Buffer.alloc(0), null],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
    ['HTML before a PDF', Buffer.concat([Buffer.from('<script>alert(1)</script>'), A_PDF]), null],
    ['a PDF cut short', A_PDF.subarray(0, 20), null],
    ['the head of a PDF before a long page', Buffer.concat([A_PDF, Buffer.alloc(2_000, '<b>')]), null],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ['a program', Buffer.from('MZ\u0090\u0000'), null],
    ['an archive', ZIP, null],
    ['a PNG with an archive behind it', Buffer.concat([A_PNG, ZIP]), null],
    ['a JPEG with a page behind it', Buffer.concat([A_JPEG, Buffer.from('<script>')]), null],
    ['a GIF', Buffer.from('GIF89a'), null],
  ])('of %s', (_name, bytes, type) => expect(fileTypeOf(bytes)).toBe(type));
});

describe('U5: the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Audit%20report%202026.PDF', 'Audit report 2026.pdf'],
    [encodeURIComponent('ऑडिट रिपोर्ट.pdf'), 'ऑडिट रिपोर्ट.pdf'],
    [encodeURIComponent('../../etc/passwd'), 'passwd.pdf'],
    [encodeURIComponent('C:\\Users\\kavya\\report.pdf'), 'report.pdf'],
    [encodeURIComponent('a\r\nSet-Cookie: x=1.pdf'), 'a Set-Cookie x=1.pdf'],
    [encodeURIComponent('a"; filename="b.html'), 'a filename= b.pdf'],
    [encodeURIComponent('invoice\u202Efdp.exe'), 'invoicefdp.pdf'],
    ['report.pdf.html', 'report.pdf.pdf'],
    ['...', 'evidence.pdf'],
    ['', 'evidence.pdf'],
    ['%E0%A4%A', 'evidence.pdf'], // half an encoding
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(100)}.pdf`],
    [encodeURIComponent('🧾'.repeat(150)), `${'🧾'.repeat(100)}.pdf`],
  ])('%s becomes %s', (sent, clean) => expect(cleanFileName(sent, 'pdf')).toBe(clean));

  it('keeps no ending but that of its bytes', () => {
    expect(cleanFileName('page.html', 'jpeg')).toBe('page.jpg');
    expect(ownFileName('external-audit', 'png')).toBe('prahari-external-audit.png');
  });

  it('goes out in ASCII alone, ours first', () => {
    const header = attachment('prahari-x.pdf', "ऑडिट 'a' (1)*.pdf");
    expect(header).toBe(
      `attachment; filename="prahari-x.pdf"; filename*=UTF-8''` +
        '%E0%A4%91%E0%A4%A1%E0%A4%BF%E0%A4%9F%20%27a%27%20%281%29%2A.pdf',
    );
  });
});
