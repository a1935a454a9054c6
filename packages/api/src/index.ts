export type { ApiRefusal } from './errors.ts';
export { type AppRouter, appRouter } from './router.ts';
export { type ApiHost, makeApi } from './serve.ts';
