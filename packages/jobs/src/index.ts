export { type JobName, type JobPayload, jobCatalog, parsePayload } from './catalog.ts';
export {
  type EndedRun,
  type JobEvents,
  type JobHandlers,
  type JobQueue,
  type JobRun,
  migrateQueue,
  openJobEvents,
  openQueue,
  openWorker,
  type QueueConnection,
  type QueuedMessage,
} from './queue.ts';
