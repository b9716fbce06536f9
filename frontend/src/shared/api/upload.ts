import { randomId } from '../random-id';
import { api, unwrap } from './client';
import { problemOf } from './problem';

type Upload = {
  file: File;
  type: string;
  /** Called as bytes leave, with the share that has left: 0 to 1. */
  onProgress(share: number): void;
  signal: AbortSignal;
};

/**
 * Posts a file of any size. `fetch` does not tell how much of a body has left, so this is the older request, which does.
 * The session is renewed first, because a body of gigabytes is not sent twice. Rejects with a `ProblemError`.
 */
export async function upload<T>(path: string, { file, type, onProgress, signal }: Upload): Promise<T> {
  await unwrap(api.GET('/api/auth/me', { signal }));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('X-Requested-With', 'tenantmgr');
    request.setRequestHeader('Idempotency-Key', randomId());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as T)
        : reject(problemOf(request.response, request.status, request.getResponseHeader('Retry-After')));
    request.onerror = () => reject(problemOf(undefined, 0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
