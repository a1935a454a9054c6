export { type JobName, type JobPayload, jobCatalog, parsePayload } from './catalog.ts';
export {
  type JobEvent,
  type JobEvents,
  type JobHandlers,
  type JobProgress,
  type JobQueue,
  type JobRun,
  migrateQueue,
  openJobEvents,
  openQueue,
  openWorker,
  type QueueConnection,
  type QueuedMessage,
} from './queue.ts';
