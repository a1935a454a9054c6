-- Whoever fills in asks the reviewer to look: the supplier's own affair, which the firm that asked does not see.
CREATE TABLE "ReviewAsking" (
  "organizationId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "dataRecipientId" UUID NOT NULL,
  "requestId" UUID NOT NULL,
  "askedById" UUID,
  "reviewerId" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ReviewAsking_pkey" PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "ReviewAsking_dataRecipientId_organizationId_requestId_fkey"
    FOREIGN KEY ("dataRecipientId", "organizationId", "requestId")
    REFERENCES "SupplierRequest" ("dataRecipientId", "dataOwnerId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ReviewAsking_dataRecipientId_organizationId_requestId_at_idx"
  ON "ReviewAsking" ("dataRecipientId", "organizationId", "requestId", "at");

SELECT guard_table('"ReviewAsking"', readable => own, addable => own)
FROM (VALUES ('"organizationId" = (SELECT current_organization())')) AS condition (own);
