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
