-- Suppliers are reminded of requests that wait for them; the firm that asks may switch that off.
ALTER TABLE "SupplierRequest" ADD COLUMN "remindsBySchedule" BOOLEAN NOT NULL DEFAULT true;
GRANT UPDATE ("remindsBySchedule") ON "SupplierRequest" TO slipstream_app;

CREATE TYPE "ReminderKind" AS ENUM ('weekBefore', 'dueDay', 'weekOverdue', 'byHand');
CREATE TABLE "RequestReminder" (
  "id" UUID NOT NULL,
  "dataRecipientId" UUID NOT NULL,
  "dataOwnerId" UUID NOT NULL,
  "requestId" UUID NOT NULL,
  "kind" "ReminderKind" NOT NULL,
  "day" DATE NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RequestReminder_pkey" PRIMARY KEY ("dataRecipientId", "dataOwnerId", "id"),
  CONSTRAINT "RequestReminder_dataRecipientId_dataOwnerId_requestId_fkey"
    FOREIGN KEY ("dataRecipientId", "dataOwnerId", "requestId")
    REFERENCES "SupplierRequest" ("dataRecipientId", "dataOwnerId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Two looks at once remind once: at most one reminder a day, and one of each kind that goes by itself.
CREATE UNIQUE INDEX "RequestReminder_dataRecipientId_dataOwnerId_requestId_day_key"
  ON "RequestReminder" ("dataRecipientId", "dataOwnerId", "requestId", "day");
CREATE UNIQUE INDEX "RequestReminder_scheduled_once"
  ON "RequestReminder" ("dataRecipientId", "dataOwnerId", "requestId", "kind") WHERE "kind" <> 'byHand';

SELECT guard_table('"RequestReminder"',
  readable => '(SELECT current_organization()) IN ("dataRecipientId", "dataOwnerId")',
  addable => '"dataRecipientId" = (SELECT current_organization())');
