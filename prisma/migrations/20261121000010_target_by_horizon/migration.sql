-- One promise for each horizon between a supplier and a lead firm.
CREATE UNIQUE INDEX "ReductionTarget_dataOwnerId_dataRecipientId_horizon_key"
  ON "ReductionTarget" ("dataOwnerId", "dataRecipientId", "horizon");
