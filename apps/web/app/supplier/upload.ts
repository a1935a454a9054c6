/** What came of an upload: the server's answer, or that none came. */
export type UploadOutcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly code: string; readonly values: Record<string, string | number> };

/** Sends a file as the body of a request, telling how far it is in per cent. */
export function sendFile<Answer>(
  url: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadOutcome<Answer>> {
  return new Promise((resolve) => {
    const failed = { ok: false, code: '', values: {} } as const;
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
    request.onerror = () => resolve(failed);
    request.onload = () =>
      resolve(
        request.status === 200
          ? { ok: true, answer: request.response }
          : { ...failed, ...(request.response ?? {}), ok: false },
      );
    request.send(file);
  });
}
