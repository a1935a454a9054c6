-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AllianceState" AS ENUM ('forming', 'active', 'tracking', 'dissolved');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('billOfMaterials', 'inventorySheet', 'emissionFactors');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('received', 'reading', 'read', 'refused');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('owner', 'manager', 'filler', 'reviewer', 'viewer');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('leadFirm', 'supplier', 'association', 'verifier', 'operator');

-- CreateEnum
CREATE TYPE "TargetHorizon" AS ENUM ('short', 'mid', 'long');

-- CreateEnum
CREATE TYPE "FootprintOrigin" AS ENUM ('inventorySheet', 'entered');

-- CreateEnum
CREATE TYPE "SupplierRequestState" AS ENUM ('draft', 'sent', 'accepted', 'declined', 'inProgress', 'submitted', 'underReview', 'returned', 'approved', 'superseded', 'cancelled');

-- CreateEnum
CREATE TYPE "SupplierRequestMode" AS ENUM ('inventorySheet', 'computedFootprint', 'either');

-- CreateEnum
CREATE TYPE "Confidentiality" AS ENUM ('full', 'stageTotals', 'footprintOnly');

-- CreateTable
CREATE TABLE "Alliance" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "AllianceState" NOT NULL DEFAULT 'forming',
    "targets" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Alliance_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AllianceMember" (
    "associationId" UUID NOT NULL,
    "allianceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "AllianceMember_pkey" PRIMARY KEY ("associationId","allianceId","memberId")
);

-- CreateTable
CREATE TABLE "AllianceContribution" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "allianceId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AllianceContribution_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AllianceRelease" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "allianceId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AllianceRelease_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorUserId" UUID,
    "sessionId" TEXT,
    "requestId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "previousHash" BYTEA NOT NULL DEFAULT ''::bytea,
    "hash" BYTEA NOT NULL DEFAULT ''::bytea,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "organizationId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL DEFAULT ''::bytea,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "FactorLibrary" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "source" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactorLibrary_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EmissionFactor" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "factorLibraryId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" DECIMAL(65,30) NOT NULL,
    "unit" TEXT NOT NULL,
    "boundary" TEXT,
    "technology" TEXT,
    "geography" TEXT,
    "referenceYear" INTEGER,
    "sourceType" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "gwpSet" TEXT,
    "validUntil" DATE,
    "gases" JSONB,
    "dataQuality" JSONB,

    CONSTRAINT "EmissionFactor_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "byteLength" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'zh-TW',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordCredential" (
    "userId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PasswordCredential_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastVerifiedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "secretHash" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "windowEndsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "IdentityEvent" (
    "id" UUID NOT NULL,
    "userId" UUID,
    "kind" TEXT NOT NULL,
    "sessionId" TEXT,
    "requestId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdentityEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'received',
    "evidenceId" UUID NOT NULL,
    "parserVersion" TEXT,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "rowsAccepted" INTEGER NOT NULL DEFAULT 0,
    "rowsRejected" INTEGER NOT NULL DEFAULT 0,
    "columnMapping" JSONB,
    "subjectId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ImportFinding" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "importBatchId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "sheet" TEXT,
    "row" INTEGER,
    "column" TEXT,
    "values" JSONB NOT NULL,
    "rejectedRow" JSONB,

    CONSTRAINT "ImportFinding_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "InventorySheet" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requestedItemId" UUID,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "periodStart" DATE,
    "periodEnd" DATE,
    "declaredUnit" TEXT,
    "productionText" TEXT,
    "production" DECIMAL(65,30),
    "basicData" JSONB NOT NULL DEFAULT '{}',
    "importBatchId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "InventorySheet_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ActivityData" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inventorySheetId" UUID NOT NULL,
    "lineNumber" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "group" TEXT,
    "name" TEXT NOT NULL,
    "amountText" TEXT,
    "amount" DECIMAL(65,30),
    "unit" TEXT,
    "status" TEXT NOT NULL DEFAULT 'measured',
    "dataType" TEXT NOT NULL DEFAULT 'primary',
    "source" TEXT,
    "periodStart" DATE,
    "periodEnd" DATE,
    "allocation" JSONB,
    "factor" JSONB,
    "transport" JSONB,
    "dataQuality" JSONB,
    "remark" TEXT,
    "sourceCell" TEXT,

    CONSTRAINT "ActivityData_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ActivityEvidence" (
    "organizationId" UUID NOT NULL,
    "activityDataId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,

    CONSTRAINT "ActivityEvidence_pkey" PRIMARY KEY ("organizationId","activityDataId","evidenceId")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "roles" "MembershipRole"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organizationId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "invitedById" UUID NOT NULL,
    "invitedByUser" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" "MembershipRole"[],
    "language" TEXT NOT NULL DEFAULT 'zh-TW',
    "landingPath" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationToken" (
    "invitationId" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InvitationToken_pkey" PRIMARY KEY ("invitationId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID,
    "code" TEXT NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "path" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "kind" "OrganizationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "nameEnglish" TEXT,
    "taxNumber" TEXT,
    "country" CHAR(2) NOT NULL DEFAULT 'TW',
    "address" TEXT,
    "createdById" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "organizationId" UUID,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enqueuedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductSystem" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "staleSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProductSystem_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DiagramLayout" (
    "organizationId" UUID NOT NULL,
    "productSystemId" UUID NOT NULL,
    "positions" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DiagramLayout_pkey" PRIMARY KEY ("organizationId","productSystemId")
);

-- CreateTable
CREATE TABLE "ProductSystemSupply" (
    "organizationId" UUID NOT NULL,
    "productSystemId" UUID NOT NULL,
    "processId" TEXT NOT NULL,
    "sharedFootprintId" UUID NOT NULL,

    CONSTRAINT "ProductSystemSupply_pkey" PRIMARY KEY ("organizationId","productSystemId","processId")
);

-- CreateTable
CREATE TABLE "FootprintCalculation" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "productSystemId" UUID NOT NULL,
    "inputHash" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "documentVersion" INTEGER NOT NULL,
    "kgCo2e" DOUBLE PRECISION,
    "declaredUnit" TEXT,
    "result" JSONB,
    "findings" JSONB NOT NULL,
    "factors" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FootprintCalculation_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Product" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "specification" TEXT,
    "declaredUnit" TEXT NOT NULL,
    "declaredUnitAmount" DECIMAL(65,30) NOT NULL DEFAULT 1,
    "massPerUnitKg" DECIMAL(65,30),
    "systemBoundary" TEXT NOT NULL DEFAULT 'cradleToGate',
    "annualVolume" DECIMAL(65,30),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Part" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partNumber" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "specification" TEXT,
    "material" TEXT,
    "unit" TEXT NOT NULL,
    "massPerUnitKg" DECIMAL(65,30),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Part_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "PartSupply" (
    "organizationId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "supplierRelationId" UUID NOT NULL,
    "volumeShare" DECIMAL(65,30),
    "annualVolume" DECIMAL(65,30),

    CONSTRAINT "PartSupply_pkey" PRIMARY KEY ("organizationId","partId","supplierRelationId")
);

-- CreateTable
CREATE TABLE "BillOfMaterials" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "importBatchId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "BillOfMaterials_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "BomLine" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "billOfMaterialsId" UUID NOT NULL,
    "lineNumber" INTEGER NOT NULL,
    "parentLineId" UUID,
    "partId" UUID NOT NULL,
    "amount" DECIMAL(65,30) NOT NULL,
    "unit" TEXT NOT NULL,
    "supplierRelationId" UUID,
    "sourceCell" TEXT,

    CONSTRAINT "BomLine_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReductionTarget" (
    "id" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "horizon" "TargetHorizon" NOT NULL,
    "baseYear" INTEGER NOT NULL,
    "targetYear" INTEGER NOT NULL,
    "reductionPercent" DECIMAL(65,30) NOT NULL,
    "baseTonnesCo2e" DECIMAL(65,30) NOT NULL,
    "recordedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReductionTarget_pkey" PRIMARY KEY ("dataOwnerId","dataRecipientId","id")
);

-- CreateTable
CREATE TABLE "ReportedYear" (
    "id" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "tonnesCo2e" DECIMAL(65,30) NOT NULL,
    "methodChange" DECIMAL(65,30) NOT NULL DEFAULT 0,
    "note" TEXT,
    "recordedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportedYear_pkey" PRIMARY KEY ("dataOwnerId","dataRecipientId","id")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "requestId" UUID,
    "suppliedFootprintId" UUID NOT NULL,
    "level" "Confidentiality" NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "validUntil" TIMESTAMPTZ(3),
    "grantedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Share_pkey" PRIMARY KEY ("dataOwnerId","dataRecipientId","id")
);

-- CreateTable
CREATE TABLE "SharedFootprint" (
    "id" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "shareId" UUID NOT NULL,
    "level" "Confidentiality" NOT NULL,
    "version" INTEGER NOT NULL,
    "declaredUnit" TEXT NOT NULL,
    "kgCo2e" DECIMAL(65,30) NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SharedFootprint_pkey" PRIMARY KEY ("dataOwnerId","dataRecipientId","id")
);

-- CreateTable
CREATE TABLE "ShareAccess" (
    "id" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "shareId" UUID NOT NULL,
    "userId" UUID,
    "purpose" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShareAccess_pkey" PRIMARY KEY ("dataOwnerId","dataRecipientId","id")
);

-- CreateTable
CREATE TABLE "SuppliedFootprint" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requestedItemId" UUID,
    "inventorySheetId" UUID,
    "evidenceId" UUID,
    "origin" "FootprintOrigin" NOT NULL,
    "version" INTEGER NOT NULL,
    "declaredUnit" TEXT NOT NULL,
    "kgCo2e" DECIMAL(65,30) NOT NULL,
    "systemBoundary" TEXT NOT NULL,
    "periodStart" DATE,
    "periodEnd" DATE,
    "result" JSONB NOT NULL,
    "inputHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SuppliedFootprint_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SupplierRelation" (
    "organizationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "taxNumber" TEXT,
    "contactName" TEXT,
    "contactEmail" TEXT,
    "annualVolume" DECIMAL(65,30),
    "volumeUnit" TEXT,
    "willingness" INTEGER,
    "soleSource" BOOLEAN,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupplierRelation_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SupplierRequest" (
    "id" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "state" "SupplierRequestState" NOT NULL DEFAULT 'draft',
    "mode" "SupplierRequestMode" NOT NULL DEFAULT 'either',
    "dueDate" DATE,
    "message" TEXT,
    "confidentialityOffered" "Confidentiality"[],
    "confidentialityChosen" "Confidentiality",
    "recipientUserId" UUID,
    "fillerId" UUID,
    "reviewerId" UUID,
    "declineReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SupplierRequest_pkey" PRIMARY KEY ("dataRecipientId","dataOwnerId","id")
);

-- CreateTable
CREATE TABLE "RequestedItem" (
    "id" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "partId" UUID,
    "productId" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "declaredUnit" TEXT NOT NULL,
    "annualAmount" DECIMAL(65,30),

    CONSTRAINT "RequestedItem_pkey" PRIMARY KEY ("dataRecipientId","dataOwnerId","id")
);

-- CreateTable
CREATE TABLE "SupplierRequestEvent" (
    "id" UUID NOT NULL,
    "dataRecipientId" UUID NOT NULL,
    "dataOwnerId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "fromState" "SupplierRequestState",
    "toState" "SupplierRequestState" NOT NULL,
    "actorOrganizationId" UUID NOT NULL,
    "actorUserId" UUID,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupplierRequestEvent_pkey" PRIMARY KEY ("dataRecipientId","dataOwnerId","id")
);

-- CreateIndex
CREATE INDEX "AllianceMember_memberId_idx" ON "AllianceMember"("memberId");

-- CreateIndex
CREATE INDEX "AllianceContribution_associationId_allianceId_idx" ON "AllianceContribution"("associationId", "allianceId");

-- CreateIndex
CREATE UNIQUE INDEX "AllianceContribution_organizationId_associationId_allianceI_key" ON "AllianceContribution"("organizationId", "associationId", "allianceId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "AllianceRelease_organizationId_allianceId_period_version_key" ON "AllianceRelease"("organizationId", "allianceId", "period", "version");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_organizationId_sequence_key" ON "AuditEvent"("organizationId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "FactorLibrary_organizationId_name_version_key" ON "FactorLibrary"("organizationId", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "EmissionFactor_organizationId_factorLibraryId_code_key" ON "EmissionFactor"("organizationId", "factorLibraryId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_organizationId_sha256_key" ON "Evidence"("organizationId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "RateLimit_windowEndsAt_idx" ON "RateLimit"("windowEndsAt");

-- CreateIndex
CREATE INDEX "IdentityEvent_userId_at_idx" ON "IdentityEvent"("userId", "at");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE INDEX "ImportBatch_organizationId_evidenceId_idx" ON "ImportBatch"("organizationId", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportFinding_organizationId_importBatchId_sequence_key" ON "ImportFinding"("organizationId", "importBatchId", "sequence");

-- CreateIndex
CREATE INDEX "InventorySheet_organizationId_requestedItemId_idx" ON "InventorySheet"("organizationId", "requestedItemId");

-- CreateIndex
CREATE INDEX "InventorySheet_organizationId_importBatchId_idx" ON "InventorySheet"("organizationId", "importBatchId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivityData_organizationId_inventorySheetId_lineNumber_key" ON "ActivityData"("organizationId", "inventorySheetId", "lineNumber");

-- CreateIndex
CREATE INDEX "ActivityEvidence_organizationId_evidenceId_idx" ON "ActivityEvidence"("organizationId", "evidenceId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Invitation_organizationId_idx" ON "Invitation"("organizationId");

-- CreateIndex
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");

-- CreateIndex
CREATE INDEX "Notification_organizationId_userId_createdAt_idx" ON "Notification"("organizationId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_userId_idx" ON "Notification"("userId");

-- CreateIndex
CREATE INDEX "Organization_createdById_idx" ON "Organization"("createdById");

-- CreateIndex
CREATE INDEX "OutboxMessage_enqueuedAt_createdAt_idx" ON "OutboxMessage"("enqueuedAt", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_organizationId_idx" ON "OutboxMessage"("organizationId");

-- CreateIndex
CREATE INDEX "ProductSystem_organizationId_staleSince_idx" ON "ProductSystem"("organizationId", "staleSince");

-- CreateIndex
CREATE UNIQUE INDEX "ProductSystem_organizationId_productId_key" ON "ProductSystem"("organizationId", "productId");

-- CreateIndex
CREATE INDEX "ProductSystemSupply_organizationId_sharedFootprintId_idx" ON "ProductSystemSupply"("organizationId", "sharedFootprintId");

-- CreateIndex
CREATE INDEX "FootprintCalculation_organizationId_productSystemId_created_idx" ON "FootprintCalculation"("organizationId", "productSystemId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "FootprintCalculation_organizationId_productSystemId_inputHa_key" ON "FootprintCalculation"("organizationId", "productSystemId", "inputHash");

-- CreateIndex
CREATE UNIQUE INDEX "Product_organizationId_code_key" ON "Product"("organizationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Part_organizationId_partNumber_key" ON "Part"("organizationId", "partNumber");

-- CreateIndex
CREATE INDEX "PartSupply_organizationId_supplierRelationId_idx" ON "PartSupply"("organizationId", "supplierRelationId");

-- CreateIndex
CREATE INDEX "BillOfMaterials_organizationId_importBatchId_idx" ON "BillOfMaterials"("organizationId", "importBatchId");

-- CreateIndex
CREATE UNIQUE INDEX "BillOfMaterials_organizationId_productId_version_key" ON "BillOfMaterials"("organizationId", "productId", "version");

-- CreateIndex
CREATE INDEX "BomLine_organizationId_partId_idx" ON "BomLine"("organizationId", "partId");

-- CreateIndex
CREATE INDEX "BomLine_organizationId_supplierRelationId_idx" ON "BomLine"("organizationId", "supplierRelationId");

-- CreateIndex
CREATE INDEX "BomLine_organizationId_parentLineId_idx" ON "BomLine"("organizationId", "parentLineId");

-- CreateIndex
CREATE UNIQUE INDEX "BomLine_organizationId_billOfMaterialsId_lineNumber_key" ON "BomLine"("organizationId", "billOfMaterialsId", "lineNumber");

-- CreateIndex
CREATE INDEX "ReductionTarget_dataRecipientId_idx" ON "ReductionTarget"("dataRecipientId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportedYear_dataOwnerId_dataRecipientId_targetId_year_key" ON "ReportedYear"("dataOwnerId", "dataRecipientId", "targetId", "year");

-- CreateIndex
CREATE INDEX "Share_dataRecipientId_idx" ON "Share"("dataRecipientId");

-- CreateIndex
CREATE INDEX "Share_dataRecipientId_dataOwnerId_requestId_idx" ON "Share"("dataRecipientId", "dataOwnerId", "requestId");

-- CreateIndex
CREATE INDEX "Share_dataOwnerId_suppliedFootprintId_idx" ON "Share"("dataOwnerId", "suppliedFootprintId");

-- CreateIndex
CREATE UNIQUE INDEX "SharedFootprint_dataOwnerId_dataRecipientId_shareId_key" ON "SharedFootprint"("dataOwnerId", "dataRecipientId", "shareId");

-- CreateIndex
CREATE UNIQUE INDEX "SharedFootprint_dataRecipientId_id_key" ON "SharedFootprint"("dataRecipientId", "id");

-- CreateIndex
CREATE INDEX "ShareAccess_dataOwnerId_dataRecipientId_shareId_at_idx" ON "ShareAccess"("dataOwnerId", "dataRecipientId", "shareId", "at");

-- CreateIndex
CREATE INDEX "SuppliedFootprint_organizationId_inventorySheetId_idx" ON "SuppliedFootprint"("organizationId", "inventorySheetId");

-- CreateIndex
CREATE INDEX "SuppliedFootprint_organizationId_evidenceId_idx" ON "SuppliedFootprint"("organizationId", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "SuppliedFootprint_organizationId_requestedItemId_version_key" ON "SuppliedFootprint"("organizationId", "requestedItemId", "version");

-- CreateIndex
CREATE INDEX "SupplierRelation_supplierId_idx" ON "SupplierRelation"("supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplierRelation_organizationId_supplierId_key" ON "SupplierRelation"("organizationId", "supplierId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplierRelation_organizationId_code_key" ON "SupplierRelation"("organizationId", "code");

-- CreateIndex
CREATE INDEX "SupplierRequest_dataOwnerId_state_idx" ON "SupplierRequest"("dataOwnerId", "state");

-- CreateIndex
CREATE INDEX "SupplierRequest_dataRecipientId_state_idx" ON "SupplierRequest"("dataRecipientId", "state");

-- CreateIndex
CREATE INDEX "RequestedItem_dataRecipientId_dataOwnerId_requestId_idx" ON "RequestedItem"("dataRecipientId", "dataOwnerId", "requestId");

-- CreateIndex
CREATE INDEX "RequestedItem_dataRecipientId_partId_idx" ON "RequestedItem"("dataRecipientId", "partId");

-- CreateIndex
CREATE INDEX "RequestedItem_dataRecipientId_productId_idx" ON "RequestedItem"("dataRecipientId", "productId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestedItem_dataOwnerId_id_key" ON "RequestedItem"("dataOwnerId", "id");

-- CreateIndex
CREATE INDEX "SupplierRequestEvent_dataRecipientId_dataOwnerId_requestId__idx" ON "SupplierRequestEvent"("dataRecipientId", "dataOwnerId", "requestId", "at");

-- AddForeignKey
ALTER TABLE "Alliance" ADD CONSTRAINT "Alliance_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AllianceMember" ADD CONSTRAINT "AllianceMember_associationId_allianceId_fkey" FOREIGN KEY ("associationId", "allianceId") REFERENCES "Alliance"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AllianceMember" ADD CONSTRAINT "AllianceMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AllianceContribution" ADD CONSTRAINT "AllianceContribution_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AllianceContribution" ADD CONSTRAINT "AllianceContribution_associationId_allianceId_fkey" FOREIGN KEY ("associationId", "allianceId") REFERENCES "Alliance"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AllianceRelease" ADD CONSTRAINT "AllianceRelease_organizationId_allianceId_fkey" FOREIGN KEY ("organizationId", "allianceId") REFERENCES "Alliance"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FactorLibrary" ADD CONSTRAINT "FactorLibrary_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "EmissionFactor" ADD CONSTRAINT "EmissionFactor_organizationId_factorLibraryId_fkey" FOREIGN KEY ("organizationId", "factorLibraryId") REFERENCES "FactorLibrary"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PasswordCredential" ADD CONSTRAINT "PasswordCredential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_evidenceId_fkey" FOREIGN KEY ("organizationId", "evidenceId") REFERENCES "Evidence"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ImportFinding" ADD CONSTRAINT "ImportFinding_organizationId_importBatchId_fkey" FOREIGN KEY ("organizationId", "importBatchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InventorySheet" ADD CONSTRAINT "InventorySheet_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InventorySheet" ADD CONSTRAINT "InventorySheet_organizationId_requestedItemId_fkey" FOREIGN KEY ("organizationId", "requestedItemId") REFERENCES "RequestedItem"("dataOwnerId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InventorySheet" ADD CONSTRAINT "InventorySheet_organizationId_importBatchId_fkey" FOREIGN KEY ("organizationId", "importBatchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityData" ADD CONSTRAINT "ActivityData_organizationId_inventorySheetId_fkey" FOREIGN KEY ("organizationId", "inventorySheetId") REFERENCES "InventorySheet"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityEvidence" ADD CONSTRAINT "ActivityEvidence_organizationId_activityDataId_fkey" FOREIGN KEY ("organizationId", "activityDataId") REFERENCES "ActivityData"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityEvidence" ADD CONSTRAINT "ActivityEvidence_organizationId_evidenceId_fkey" FOREIGN KEY ("organizationId", "evidenceId") REFERENCES "Evidence"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InvitationToken" ADD CONSTRAINT "InvitationToken_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProductSystem" ADD CONSTRAINT "ProductSystem_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProductSystem" ADD CONSTRAINT "ProductSystem_organizationId_productId_fkey" FOREIGN KEY ("organizationId", "productId") REFERENCES "Product"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DiagramLayout" ADD CONSTRAINT "DiagramLayout_organizationId_productSystemId_fkey" FOREIGN KEY ("organizationId", "productSystemId") REFERENCES "ProductSystem"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProductSystemSupply" ADD CONSTRAINT "ProductSystemSupply_organizationId_productSystemId_fkey" FOREIGN KEY ("organizationId", "productSystemId") REFERENCES "ProductSystem"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProductSystemSupply" ADD CONSTRAINT "ProductSystemSupply_organizationId_sharedFootprintId_fkey" FOREIGN KEY ("organizationId", "sharedFootprintId") REFERENCES "SharedFootprint"("dataRecipientId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "FootprintCalculation" ADD CONSTRAINT "FootprintCalculation_organizationId_productSystemId_fkey" FOREIGN KEY ("organizationId", "productSystemId") REFERENCES "ProductSystem"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Part" ADD CONSTRAINT "Part_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PartSupply" ADD CONSTRAINT "PartSupply_organizationId_partId_fkey" FOREIGN KEY ("organizationId", "partId") REFERENCES "Part"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PartSupply" ADD CONSTRAINT "PartSupply_organizationId_supplierRelationId_fkey" FOREIGN KEY ("organizationId", "supplierRelationId") REFERENCES "SupplierRelation"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BillOfMaterials" ADD CONSTRAINT "BillOfMaterials_organizationId_productId_fkey" FOREIGN KEY ("organizationId", "productId") REFERENCES "Product"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BillOfMaterials" ADD CONSTRAINT "BillOfMaterials_organizationId_importBatchId_fkey" FOREIGN KEY ("organizationId", "importBatchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BomLine" ADD CONSTRAINT "BomLine_organizationId_billOfMaterialsId_fkey" FOREIGN KEY ("organizationId", "billOfMaterialsId") REFERENCES "BillOfMaterials"("organizationId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BomLine" ADD CONSTRAINT "BomLine_organizationId_partId_fkey" FOREIGN KEY ("organizationId", "partId") REFERENCES "Part"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BomLine" ADD CONSTRAINT "BomLine_organizationId_supplierRelationId_fkey" FOREIGN KEY ("organizationId", "supplierRelationId") REFERENCES "SupplierRelation"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BomLine" ADD CONSTRAINT "BomLine_organizationId_parentLineId_fkey" FOREIGN KEY ("organizationId", "parentLineId") REFERENCES "BomLine"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReductionTarget" ADD CONSTRAINT "ReductionTarget_dataOwnerId_fkey" FOREIGN KEY ("dataOwnerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReductionTarget" ADD CONSTRAINT "ReductionTarget_dataRecipientId_fkey" FOREIGN KEY ("dataRecipientId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReportedYear" ADD CONSTRAINT "ReportedYear_dataOwnerId_dataRecipientId_targetId_fkey" FOREIGN KEY ("dataOwnerId", "dataRecipientId", "targetId") REFERENCES "ReductionTarget"("dataOwnerId", "dataRecipientId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_dataOwnerId_fkey" FOREIGN KEY ("dataOwnerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_dataRecipientId_fkey" FOREIGN KEY ("dataRecipientId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_dataRecipientId_dataOwnerId_requestId_fkey" FOREIGN KEY ("dataRecipientId", "dataOwnerId", "requestId") REFERENCES "SupplierRequest"("dataRecipientId", "dataOwnerId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_dataOwnerId_suppliedFootprintId_fkey" FOREIGN KEY ("dataOwnerId", "suppliedFootprintId") REFERENCES "SuppliedFootprint"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SharedFootprint" ADD CONSTRAINT "SharedFootprint_dataOwnerId_dataRecipientId_shareId_fkey" FOREIGN KEY ("dataOwnerId", "dataRecipientId", "shareId") REFERENCES "Share"("dataOwnerId", "dataRecipientId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ShareAccess" ADD CONSTRAINT "ShareAccess_dataOwnerId_dataRecipientId_shareId_fkey" FOREIGN KEY ("dataOwnerId", "dataRecipientId", "shareId") REFERENCES "Share"("dataOwnerId", "dataRecipientId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SuppliedFootprint" ADD CONSTRAINT "SuppliedFootprint_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SuppliedFootprint" ADD CONSTRAINT "SuppliedFootprint_organizationId_requestedItemId_fkey" FOREIGN KEY ("organizationId", "requestedItemId") REFERENCES "RequestedItem"("dataOwnerId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SuppliedFootprint" ADD CONSTRAINT "SuppliedFootprint_organizationId_inventorySheetId_fkey" FOREIGN KEY ("organizationId", "inventorySheetId") REFERENCES "InventorySheet"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SuppliedFootprint" ADD CONSTRAINT "SuppliedFootprint_organizationId_evidenceId_fkey" FOREIGN KEY ("organizationId", "evidenceId") REFERENCES "Evidence"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupplierRelation" ADD CONSTRAINT "SupplierRelation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupplierRelation" ADD CONSTRAINT "SupplierRelation_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupplierRequest" ADD CONSTRAINT "SupplierRequest_dataRecipientId_fkey" FOREIGN KEY ("dataRecipientId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupplierRequest" ADD CONSTRAINT "SupplierRequest_dataOwnerId_fkey" FOREIGN KEY ("dataOwnerId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RequestedItem" ADD CONSTRAINT "RequestedItem_dataRecipientId_dataOwnerId_requestId_fkey" FOREIGN KEY ("dataRecipientId", "dataOwnerId", "requestId") REFERENCES "SupplierRequest"("dataRecipientId", "dataOwnerId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestedItem" ADD CONSTRAINT "RequestedItem_dataRecipientId_partId_fkey" FOREIGN KEY ("dataRecipientId", "partId") REFERENCES "Part"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RequestedItem" ADD CONSTRAINT "RequestedItem_dataRecipientId_productId_fkey" FOREIGN KEY ("dataRecipientId", "productId") REFERENCES "Product"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "SupplierRequestEvent" ADD CONSTRAINT "SupplierRequestEvent_dataRecipientId_dataOwnerId_requestId_fkey" FOREIGN KEY ("dataRecipientId", "dataOwnerId", "requestId") REFERENCES "SupplierRequest"("dataRecipientId", "dataOwnerId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


