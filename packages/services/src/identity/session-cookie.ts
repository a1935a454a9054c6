import { sessionCookieMaxAge } from './session.ts';

/** On https the name binds the cookie to this very host, whole path and secure transport. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/** `Set-Cookie` for a new session, or, without a token, for a session that ended. */
export function sessionCookie(publicUrl: string, token: string | undefined): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const life = token ? sessionCookieMaxAge : 0;
  return `${sessionCookieName(publicUrl)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`;
}

/** The session token in a `Cookie` header. */
export function sessionTokenIn(cookieHeader: string | null, publicUrl: string): string | undefined {
  const prefix = `${sessionCookieName(publicUrl)}=`;
  return cookieHeader
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}
