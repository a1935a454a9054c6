/**
 * The headers every response carries. Scripts run only with this response's nonce; Mantine writes inline `style`
 * attributes while rendering on the server, so styles may be inline, scripts never. WebAssembly may be compiled: the
 * solver's kernel is. Files have no nonce: nothing inline runs in them.
 */
export function securityHeaders(headers: Headers, nonce: string | null, isHttps: boolean): void {
  headers.set(
    'Content-Security-Policy',
    [
      "default-src 'self'",
      `script-src 'self' ${nonce ? `'nonce-${nonce}' ` : ''}'wasm-unsafe-eval'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  headers.set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: browsers then send the Origin of a plain form as null, and the write is refused.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (isHttps) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
