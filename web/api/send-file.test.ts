import { beforeEach, describe, expect, it } from '@jest/globals';
import { fakeAdmin } from '../test/fake-admin.ts';
import { fakeUploads } from '../test/fake-upload.ts';
import { ApiProblem, OfflineProblem } from './problems.ts';
import { sendFile } from './send-file.ts';

const PAPER = new File(['%PDF-1.7'], 'ऑडिट 2026.pdf', { type: 'application/pdf' });

beforeEach(() => void Object.assign(globalThis, { shopify: fakeAdmin('en').shopify }));

describe('sending a file', () => {
  it('tells its type, its name in any script, and how much went out; the token stands in a header alone', async () => {
    const uploads = fakeUploads();
    const shares: number[] = [];
    await sendFile('/attestations/external-audit/file', PAPER, (share) => shares.push(share));
    expect(shares).toEqual([0.5]);
    const [upload] = uploads;
    expect(upload?.address).toBe('PUT /api/attestations/external-audit/file');
    expect(upload?.headers).toMatchObject({ Authorization: 'Bearer a-token', 'Content-Type': 'application/pdf' });
    expect(decodeURIComponent(upload?.headers['X-File-Name'] ?? '')).toBe('ऑडिट 2026.pdf');
    expect(upload?.headers['X-File-Name']).toMatch(/^[\x20-\x7e]+$/);
  });

  it('hands on the reason that the server gives', async () => {
    const problem = { type: 'too-large', title: 'Too large.', status: 413 };
    fakeUploads({ status: 413, problem });
    const error: unknown = await sendFile('/x', PAPER, () => undefined).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ problem });
  });

  it('keeps nothing of an answer that is not ours', async () => {
    fakeUploads({ status: 502 });
    await expect(sendFile('/x', PAPER, () => undefined)).rejects.toMatchObject({
      problem: { type: 'unknown', status: 502 },
    });
  });

  it('tells a missing network', async () => {
    fakeUploads('offline');
    await expect(sendFile('/x', PAPER, () => undefined)).rejects.toBeInstanceOf(OfflineProblem);
  });
});
