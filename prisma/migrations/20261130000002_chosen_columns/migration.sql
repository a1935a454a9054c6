-- What a person said of the columns of a file before it was read again.
ALTER TABLE "ImportBatch" ADD COLUMN "chosenColumns" JSONB;
