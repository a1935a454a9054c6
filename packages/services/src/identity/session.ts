import { randomUUID } from 'node:crypto';
import {
  type IdentityTransaction,
  type MembershipRole,
  type OrganizationKind,
  withIdentity,
} from '@slipstream/db';
import type { Runtime, ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { joinToken, makeSecret, secretMatches, splitToken } from './secret.ts';

const hour = 3600 * 1000;
const idleLimit = 10 * 24 * hour;
const absoluteLimit = 90 * 24 * hour;
const refreshAfter = hour;

/** How long the cookie of a session may live, in seconds. */
export const sessionCookieMaxAge = absoluteLimit / 1000;

/** A signed-in person, in the organization they act for, with the others they may switch to. */
export interface SignedIn {
  readonly sessionId: string;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly language: string;
  };
  /** Undefined for a person who belongs to no organization any more. */
  readonly membership: SessionMembership | undefined;
  readonly memberships: readonly SessionMembership[];
}

export interface SessionMembership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationKind: OrganizationKind;
  readonly roles: readonly MembershipRole[];
}

/** Makes a session and returns the cookie's value, which exists nowhere else. */
export async function startSession(
  tx: IdentityTransaction,
  userId: string,
  options: { readonly now: Date; readonly organizationId: string | null; readonly userAgent: string | null },
): Promise<string> {
  const { secret, hash } = makeSecret();
  const id = randomUUID();
  await tx.session.create({
    data: {
      id,
      secretHash: hash,
      userId,
      organizationId: options.organizationId,
      createdAt: options.now,
      lastVerifiedAt: options.now,
      userAgent: options.userAgent?.slice(0, 200) ?? null,
    },
  });
  return joinToken(id, secret);
}

/** Ends the session a token opens; anything else does nothing. */
export async function endSession(tx: IdentityTransaction, token: string | undefined): Promise<void> {
  const parts = token ? splitToken(token) : undefined;
  if (!parts) return;
  const session = await tx.session.findUnique({ where: { id: parts.id } });
  if (session && secretMatches(parts.secret, session.secretHash))
    await tx.session.delete({ where: { id: parts.id } });
}

/**
 * Who a session token belongs to, or undefined where it is wrong, idle for 10 days, older than 90, or ended.
 * Memberships are read each time: a person removed is out with the next request. A page that looks by itself (`isByItself`)
 * keeps no session from lying idle: a browser left open is signed out like a closed one.
 */
export async function readSession(
  runtime: Runtime,
  token: string | undefined,
  { isByItself = false }: { readonly isByItself?: boolean } = {},
): Promise<SignedIn | undefined> {
  const parts = token ? splitToken(token) : undefined;
  if (!parts) return undefined;
  const now = runtime.clock();
  return withIdentity(runtime.database, async (tx) => {
    const session = await tx.session.findUnique({
      where: { id: parts.id },
      include: {
        user: {
          include: { memberships: { include: { organization: true }, orderBy: { createdAt: 'asc' } } },
        },
      },
    });
    if (!session || !secretMatches(parts.secret, session.secretHash)) return undefined;
    const idle = now.getTime() - session.lastVerifiedAt.getTime();
    const age = now.getTime() - session.createdAt.getTime();
    if (idle >= idleLimit || age >= absoluteLimit) {
      await tx.session.delete({ where: { id: session.id } });
      return undefined;
    }
    if (idle >= refreshAfter && !isByItself)
      await tx.session.update({ where: { id: session.id }, data: { lastVerifiedAt: now } });
    const memberships = session.user.memberships.map((membership) => ({
      organizationId: membership.organizationId,
      organizationName: membership.organization.name,
      organizationKind: membership.organization.kind,
      roles: membership.roles,
    }));
    const { id, email, name, language } = session.user;
    return {
      sessionId: session.id,
      user: { id, email, name, language },
      memberships,
      membership:
        memberships.find(({ organizationId }) => organizationId === session.organizationId) ?? memberships[0],
    };
  });
}

/**
 * The context of a signed-in person in one of their organizations: the one a page names, else the session's.
 * An organization they do not belong to is `notFound`, as an absent one would be.
 */
export function contextOf(
  runtime: Runtime,
  signedIn: SignedIn,
  options: { readonly requestId: string; readonly organizationId?: string | undefined },
): ServiceContext {
  const { organizationId } = options;
  const membership = organizationId
    ? signedIn.memberships.find((held) => held.organizationId === organizationId)
    : signedIn.membership;
  if (!membership) throw new ServiceError('notFound');
  return {
    ...runtime,
    requestId: options.requestId,
    actor: {
      organizationId: membership.organizationId,
      organizationKind: membership.organizationKind,
      userId: signedIn.user.id,
      roles: membership.roles,
      sessionId: signedIn.sessionId,
    },
  };
}
