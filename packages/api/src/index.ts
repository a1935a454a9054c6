export type { ApiRefusal } from './errors.ts';
export { type AppRouter, appRouter } from './router.ts';
export type { TopicNews } from './routers/page.ts';
export { type ApiHost, makeApi } from './serve.ts';
export { type Topic, type TopicStates, topicSchema } from './topics.ts';
