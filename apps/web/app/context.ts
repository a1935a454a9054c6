import { createContext } from 'react-router';

/** The nonce of this response's content security policy; every script of ours carries it. */
export const nonceContext = createContext<string>();

/** The id under which this request stands in the log; shown with an error, so that it can be found. */
export const requestIdContext = createContext<string>();
