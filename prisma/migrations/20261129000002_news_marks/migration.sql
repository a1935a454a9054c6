-- What is new for an organization is read from the events of its requests (ADR 0033): nothing was ever kept here.
DROP TABLE "Notification";

-- How far each person has read it.
CREATE TABLE "NewsMark" (
  "organizationId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "readUpTo" TIMESTAMPTZ(3) NOT NULL,
  "readIds" UUID[],
  CONSTRAINT "NewsMark_pkey" PRIMARY KEY ("organizationId", "userId"),
  CONSTRAINT "NewsMark_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId")
    REFERENCES "Membership" ("organizationId", "userId") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- The person in force; none where a job acts.
CREATE FUNCTION current_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

SELECT guard_table('"NewsMark"', readable => own, addable => own, editable => own,
  changeable => '"readUpTo", "readIds"')
FROM (VALUES ('"organizationId" = (SELECT current_organization()) AND "userId" = (SELECT current_person())'))
  AS condition (own);

-- The newest events of one party, for every page.
CREATE INDEX "SupplierRequestEvent_dataRecipientId_at_idx" ON "SupplierRequestEvent" ("dataRecipientId", "at");
CREATE INDEX "SupplierRequestEvent_dataOwnerId_at_idx" ON "SupplierRequestEvent" ("dataOwnerId", "at");
