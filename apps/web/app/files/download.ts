/**
 * A file to be saved, never shown.
 * @param plainName its name where the browser reads no other letters than these
 */
export function download(
  bytes: BodyInit,
  file: { readonly fileName: string; readonly plainName: string; readonly contentType: string },
): Response {
  const { fileName, plainName, contentType } = file;
  return new Response(bytes, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'no-store',
    },
  });
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
