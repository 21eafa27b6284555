import { ApiProblem, OfflineProblem } from './problems.ts';
import type { Problem } from '../../core/api/settings.ts';

/**
 * Sends one file as the body of a PUT. `fetch` does not tell how much went out, so this is the one place with the
 * older way of asking.
 *
 * @throws {ApiProblem} the server refused
 * @throws {OfflineProblem} no answer came
 */
export async function sendFile(path: string, file: File, onShare: (share: number) => void): Promise<void> {
  const token = await globalThis.shopify.idToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api${path}`);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', file.type);
    // A header holds Latin letters alone; a name may be in any script.
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new OfflineProblem()));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new ApiProblem(problemOf(request)));
    });
    request.send(file);
  });
}

/** A gateway between us and the server answers in HTML; its status is all that we can tell. */
function problemOf(request: XMLHttpRequest): Problem {
  const isOurs = request.getResponseHeader('Content-Type')?.includes('problem+json') ?? false;
  return isOurs
    ? (JSON.parse(request.responseText) as Problem)
    : { type: 'unknown', title: 'The server gave no reason.', status: request.status };
}
