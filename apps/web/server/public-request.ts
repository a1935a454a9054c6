/**
 * The request as the browser made it. A balancer that ends TLS, or names hosts its own way, leaves another address in
 * it, and React Router refuses a form whose `Origin` is not that of the request's address.
 */
export function publicRequest(request: Request, publicUrl: string): Request {
  const address = new URL(request.url);
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (address.origin === origin) return request;
  address.protocol = protocol;
  address.hostname = hostname;
  address.port = port;
  return new Request(address, request);
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Where a page should be asked for instead, if this machine was asked by another of its own names than the public
 * address has: forms and cookies work under that one alone. Null everywhere else, also behind a balancer.
 */
export function otherNameOfPublic(request: Request, publicUrl: string): string | null {
  const asked = new URL(request.url);
  const there = new URL(publicUrl);
  const isOtherName =
    asked.hostname !== there.hostname &&
    asked.port === there.port &&
    [asked, there].every(({ hostname }) => loopbackNames.includes(hostname));
  return isOtherName && request.method === 'GET' ? publicRequest(request, publicUrl).url : null;
}
