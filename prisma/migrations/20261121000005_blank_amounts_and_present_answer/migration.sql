-- Drawing something and taking it back leads to an input that was calculated before: the newest row is then not the
-- present answer, so the product system names the one that is.
ALTER TABLE "ProductSystem" ADD COLUMN "inputHash" TEXT;

-- A line whose amount the file leaves blank is kept as blank, never as zero.
ALTER TABLE "BomLine" ALTER COLUMN "amount" DROP NOT NULL;
