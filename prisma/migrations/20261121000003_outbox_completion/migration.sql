-- A message counts as done when its job has run, so that a queue that was lost is filled again from here.
DROP INDEX "OutboxMessage_enqueuedAt_createdAt_idx";
ALTER TABLE "OutboxMessage" ADD COLUMN "completedAt" TIMESTAMPTZ(3);
CREATE INDEX "OutboxMessage_completedAt_enqueuedAt_idx" ON "OutboxMessage"("completedAt", "enqueuedAt");

GRANT UPDATE ("completedAt") ON "OutboxMessage" TO slipstream_relay;
