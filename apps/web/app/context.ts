import type { Runtime, SignedIn, Visit } from '@slipstream/services';
import { createContext } from 'react-router';

/** The nonce of this response's content security policy; every script of ours carries it. */
export const nonceContext = createContext<string>();

/** The id under which this request stands in the log; shown with an error, so that it can be found. */
export const requestIdContext = createContext<string>();

/** What the server knows of a request before any page of ours runs. */
export interface Door {
  readonly runtime: Runtime;
  readonly visit: Visit;
  /** Undefined for a visitor who has not signed in. */
  readonly signedIn: SignedIn | undefined;
}
export const doorContext = createContext<Door>();
