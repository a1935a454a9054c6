-- The same bytes may come again under another name: whoever sent them looks for the name they know.
ALTER TABLE "ImportBatch" ADD COLUMN "fileName" TEXT;

-- What pages show of a footprint before anybody asks for its thousands of lines: its figures, and the first of its lines.
-- A column each, because what is read of one is read whole.
ALTER TABLE "FootprintCalculation" ADD COLUMN "figures" JSONB, ADD COLUMN "firstLines" JSONB;

-- What each supplier has of a bill: a bill never changes, so it is weighed once.
ALTER TABLE "BillOfMaterials" ADD COLUMN "weights" JSONB;

-- Footprints from before have neither, so they are calculated anew. The owner of the tables is bound by their policies too.
ALTER TABLE "ProductSystem" NO FORCE ROW LEVEL SECURITY;
UPDATE "ProductSystem" SET "staleSince" = now() WHERE "staleSince" IS NULL;
ALTER TABLE "ProductSystem" FORCE ROW LEVEL SECURITY;
