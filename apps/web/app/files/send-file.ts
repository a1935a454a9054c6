import type { Refusal } from '../door.ts';

/** What came of an upload: the server's answer, its refusal, or that none came. */
export type UploadOutcome<Answer> =
  | { readonly answer: Answer }
  | { readonly refused: Refusal }
  | { readonly isBroken: true };

/** Sends a file as the body of a request, telling how far it is in per cent. */
export function sendFile<Answer>(
  url: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadOutcome<Answer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onerror = () => resolve({ isBroken: true });
    request.onload = () => {
      const { status, response } = request;
      if (status === 200) resolve({ answer: response });
      else if (response?.code) resolve({ refused: { findings: [], ...response } });
      else resolve({ isBroken: true });
    };
    request.send(file);
  });
}
