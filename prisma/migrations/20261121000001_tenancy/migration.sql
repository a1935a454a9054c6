-- Every row belongs to an organization, and the database itself keeps it there (ADR 0004).
--
-- Roles are of the whole server, so they are made only where they are missing; passwords are set at deployment.
--   slipstream_app       what web and worker connect as: reads and writes rows of the organization in force
--   slipstream_identity  taken on for one transaction by the identity services: people, secrets, memberships
--   slipstream_relay     taken on for one transaction by the outbox relay and the sweepers
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'slipstream_app') THEN
    CREATE ROLE slipstream_app NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'slipstream_identity') THEN
    CREATE ROLE slipstream_identity NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'slipstream_relay') THEN
    CREATE ROLE slipstream_relay NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT pg_has_role('slipstream_app', 'slipstream_identity', 'MEMBER') THEN
    GRANT slipstream_identity TO slipstream_app;
  END IF;
  IF NOT pg_has_role('slipstream_app', 'slipstream_relay', 'MEMBER') THEN
    GRANT slipstream_relay TO slipstream_app;
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO slipstream_app, slipstream_identity, slipstream_relay;

-- The organization in force. A setting that ended with its transaction reads '', not NULL.
CREATE FUNCTION current_organization() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Puts a table behind row-level security for the application role and grants exactly what the conditions allow.
-- A condition left out forbids the command. `changeable` limits UPDATE to the columns named.
CREATE FUNCTION guard_table(
  guarded regclass,
  readable text DEFAULT 'false',
  addable text DEFAULT 'false',
  editable text DEFAULT 'false',
  removable text DEFAULT 'false',
  changeable text DEFAULT NULL
) RETURNS void
  LANGUAGE plpgsql
  AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY app_select ON %s FOR SELECT TO slipstream_app USING (%s)', guarded, readable);
  EXECUTE format('CREATE POLICY app_insert ON %s FOR INSERT TO slipstream_app WITH CHECK (%s)', guarded, addable);
  EXECUTE format('CREATE POLICY app_update ON %s FOR UPDATE TO slipstream_app USING (%s) WITH CHECK (%s)',
    guarded, editable, editable);
  EXECUTE format('CREATE POLICY app_delete ON %s FOR DELETE TO slipstream_app USING (%s)', guarded, removable);
  IF readable <> 'false' THEN EXECUTE format('GRANT SELECT ON %s TO slipstream_app', guarded); END IF;
  IF addable <> 'false' THEN EXECUTE format('GRANT INSERT ON %s TO slipstream_app', guarded); END IF;
  IF editable <> 'false' THEN
    EXECUTE format('GRANT UPDATE %s ON %s TO slipstream_app', coalesce('(' || changeable || ')', ''), guarded);
  END IF;
  IF removable <> 'false' THEN EXECUTE format('GRANT DELETE ON %s TO slipstream_app', guarded); END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION guard_table FROM PUBLIC;

-- The common case: the rows of one organization, all commands.
CREATE FUNCTION guard_own_rows(guarded regclass) RETURNS void
  LANGUAGE sql
  AS $$
    SELECT guard_table(guarded, own, own, own, own)
    FROM (VALUES ('"organizationId" = (SELECT current_organization())')) AS condition (own)
  $$;
REVOKE EXECUTE ON FUNCTION guard_own_rows FROM PUBLIC;

SELECT guard_own_rows(format('%I', name)::regclass)
FROM unnest(ARRAY[
  'Product', 'Part', 'PartSupply', 'BillOfMaterials', 'BomLine', 'ImportBatch', 'ImportFinding', 'Evidence',
  'SupplierRelation', 'InventorySheet', 'ActivityData', 'ActivityEvidence', 'ProductSystem', 'DiagramLayout',
  'ProductSystemSupply', 'FactorLibrary', 'EmissionFactor', 'AllianceContribution', 'Notification'
]) AS name;

-- Own rows that are written once: results and releases.
SELECT guard_table(format('%I', name)::regclass,
  readable => '"organizationId" = (SELECT current_organization())',
  addable => '"organizationId" = (SELECT current_organization())')
FROM unnest(ARRAY['SuppliedFootprint', 'FootprintCalculation', 'OutboxMessage', 'AuditEvent']) AS name;

-- Records of two organizations. Columns that name the parties cannot be changed, except that a request not yet
-- answered may be re-addressed by its recipient to the organization that claims it.
SELECT guard_table('"SupplierRequest"',
  readable => '"dataRecipientId" = (SELECT current_organization())
    OR ("dataOwnerId" = (SELECT current_organization()) AND "state" <> ''draft'')',
  addable => '"dataRecipientId" = (SELECT current_organization())',
  editable => '"dataRecipientId" = (SELECT current_organization())
    OR ("dataOwnerId" = (SELECT current_organization()) AND "state" <> ''draft'')',
  removable => '"dataRecipientId" = (SELECT current_organization()) AND "state" = ''draft''',
  changeable => '"dataOwnerId", "state", "mode", "dueDate", "message", "confidentialityOffered",
    "confidentialityChosen", "recipientUserId", "fillerId", "reviewerId", "declineReason", "version", "updatedAt"');

SELECT guard_table('"RequestedItem"',
  readable => '("dataRecipientId" = (SELECT current_organization()) OR "dataOwnerId" = (SELECT current_organization()))
    AND EXISTS (SELECT FROM "SupplierRequest" request WHERE request."id" = "requestId"
      AND request."dataRecipientId" = "RequestedItem"."dataRecipientId"
      AND request."dataOwnerId" = "RequestedItem"."dataOwnerId")',
  addable => '"dataRecipientId" = (SELECT current_organization())',
  editable => '"dataRecipientId" = (SELECT current_organization())',
  removable => '"dataRecipientId" = (SELECT current_organization())',
  changeable => '"partId", "productId", "code", "name", "declaredUnit", "annualAmount"');

SELECT guard_table('"SupplierRequestEvent"',
  readable => '("dataRecipientId" = (SELECT current_organization()) OR "dataOwnerId" = (SELECT current_organization()))
    AND EXISTS (SELECT FROM "SupplierRequest" request WHERE request."id" = "requestId"
      AND request."dataRecipientId" = "SupplierRequestEvent"."dataRecipientId"
      AND request."dataOwnerId" = "SupplierRequestEvent"."dataOwnerId")',
  addable => '"actorOrganizationId" = (SELECT current_organization())
    AND (SELECT current_organization()) IN ("dataRecipientId", "dataOwnerId")');

-- Consent: one function says whether it holds.
CREATE FUNCTION share_is_in_force(valid_from timestamptz, valid_until timestamptz, withdrawn_at timestamptz)
  RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
    SELECT withdrawn_at IS NULL AND valid_from <= statement_timestamp()
      AND (valid_until IS NULL OR valid_until > statement_timestamp())
  $$;

SELECT guard_table('"Share"',
  readable => '"dataOwnerId" = (SELECT current_organization()) OR "dataRecipientId" = (SELECT current_organization())',
  addable => '"dataOwnerId" = (SELECT current_organization())',
  editable => '"dataOwnerId" = (SELECT current_organization())',
  changeable => '"validUntil", "withdrawnAt", "withdrawnById"');

SELECT guard_table('"SharedFootprint"',
  readable => '"dataOwnerId" = (SELECT current_organization())
    OR ("dataRecipientId" = (SELECT current_organization()) AND EXISTS (
      SELECT FROM "Share" share WHERE share."id" = "shareId"
        AND share."dataOwnerId" = "SharedFootprint"."dataOwnerId"
        AND share."dataRecipientId" = "SharedFootprint"."dataRecipientId"
        AND share_is_in_force(share."validFrom", share."validUntil", share."withdrawnAt")))',
  addable => '"dataOwnerId" = (SELECT current_organization())');

SELECT guard_table('"ShareAccess"',
  readable => '"dataOwnerId" = (SELECT current_organization()) OR "dataRecipientId" = (SELECT current_organization())',
  addable => '"dataRecipientId" = (SELECT current_organization())');

SELECT guard_table('"ReductionTarget"', party, party, party, party,
  '"horizon", "baseYear", "targetYear", "reductionPercent", "baseTonnesCo2e", "recordedById", "updatedAt"')
FROM (VALUES ('(SELECT current_organization()) IN ("dataOwnerId", "dataRecipientId")')) AS condition (party);

SELECT guard_table('"ReportedYear"', party, party, party, party,
  '"year", "tonnesCo2e", "methodChange", "note", "recordedById", "updatedAt"')
FROM (VALUES ('(SELECT current_organization()) IN ("dataOwnerId", "dataRecipientId")')) AS condition (party);

SELECT guard_table('"AllianceMember"',
  readable => '(SELECT current_organization()) IN ("associationId", "memberId")',
  addable => '"associationId" = (SELECT current_organization())',
  editable => '(SELECT current_organization()) IN ("associationId", "memberId")',
  removable => '"associationId" = (SELECT current_organization())',
  changeable => '"role", "joinedAt", "leftAt"');

SELECT guard_table('"Alliance"',
  readable => '"organizationId" = (SELECT current_organization()) OR EXISTS (
    SELECT FROM "AllianceMember" member WHERE member."associationId" = "organizationId" AND member."allianceId" = "id")',
  addable => '"organizationId" = (SELECT current_organization())',
  editable => '"organizationId" = (SELECT current_organization())',
  removable => '"organizationId" = (SELECT current_organization())');

SELECT guard_table('"AllianceRelease"',
  readable => '"organizationId" = (SELECT current_organization()) OR EXISTS (
    SELECT FROM "AllianceMember" member WHERE member."associationId" = "organizationId"
      AND member."allianceId" = "AllianceRelease"."allianceId" AND member."joinedAt" IS NOT NULL)',
  addable => '"organizationId" = (SELECT current_organization())');

-- An organization sees itself, suppliers it named that nobody claimed yet, who asks it, who answers it, and the
-- alliances it is in.
SELECT guard_table('"Organization"',
  readable => '"id" = (SELECT current_organization())
    OR ("createdById" = (SELECT current_organization()) AND "claimedAt" IS NULL)
    OR EXISTS (SELECT FROM "SupplierRequest" request
      WHERE request."dataOwnerId" = (SELECT current_organization()) AND request."dataRecipientId" = "Organization"."id")
    OR EXISTS (SELECT FROM "SupplierRequest" request
      WHERE request."dataRecipientId" = (SELECT current_organization()) AND request."dataOwnerId" = "Organization"."id"
        AND request."state" NOT IN (''draft'', ''sent'', ''declined'', ''cancelled''))
    OR EXISTS (SELECT FROM "AllianceMember" member
      WHERE "Organization"."id" IN (member."associationId", member."memberId"))',
  addable => '"createdById" = (SELECT current_organization()) AND "claimedAt" IS NULL AND "kind" = ''supplier''',
  editable => '"id" = (SELECT current_organization())
    OR ("createdById" = (SELECT current_organization()) AND "claimedAt" IS NULL)',
  changeable => '"name", "nameEnglish", "taxNumber", "country", "address"');

-- People: an organization sees its members, and changes none of this by itself.
SELECT guard_table('"Membership"', readable => '"organizationId" = (SELECT current_organization())');
SELECT guard_table('"User"',
  readable => 'EXISTS (SELECT FROM "Membership" membership WHERE membership."userId" = "User"."id")');

-- An invitation is to the inviter's own organization, or to a supplier it named and nobody claimed.
SELECT guard_table('"Invitation"',
  readable => '"invitedById" = (SELECT current_organization())',
  addable => '"invitedById" = (SELECT current_organization()) AND "acceptedAt" IS NULL AND (
    "organizationId" = (SELECT current_organization()) OR EXISTS (
      SELECT FROM "Organization" named WHERE named."id" = "organizationId" AND named."kind" = ''supplier''
        AND named."createdById" = (SELECT current_organization()) AND named."claimedAt" IS NULL))',
  editable => '"invitedById" = (SELECT current_organization())',
  changeable => '"expiresAt", "revokedAt"');

-- The end of the audit chain is the trigger's alone: forced, without a grant to anybody.
ALTER TABLE "AuditHead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditHead" FORCE ROW LEVEL SECURITY;
CREATE POLICY chain_select ON "AuditHead" FOR SELECT USING ("organizationId" = (SELECT current_organization()));
CREATE POLICY chain_insert ON "AuditHead" FOR INSERT WITH CHECK ("organizationId" = (SELECT current_organization()));
CREATE POLICY chain_update ON "AuditHead" FOR UPDATE USING ("organizationId" = (SELECT current_organization()));
CREATE POLICY chain_delete ON "AuditHead" FOR DELETE USING (false);

-- Identity: its own tables need no policy, because nobody else may touch them at all.
GRANT SELECT, INSERT, UPDATE, DELETE ON "PasswordCredential", "Session", "PasswordReset", "RateLimit",
  "InvitationToken" TO slipstream_identity;
GRANT SELECT, INSERT ON "IdentityEvent" TO slipstream_identity;
GRANT SELECT, INSERT, UPDATE ON "Mail" TO slipstream_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Membership" TO slipstream_identity;
GRANT SELECT, INSERT, UPDATE ON "Organization" TO slipstream_identity;
GRANT SELECT, UPDATE ("acceptedAt", "revokedAt") ON "Invitation" TO slipstream_identity;
GRANT SELECT, INSERT ON "OutboxMessage" TO slipstream_identity;
CREATE POLICY identity_all ON "User" TO slipstream_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_all ON "Membership" TO slipstream_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_all ON "Organization" TO slipstream_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_all ON "Invitation" TO slipstream_identity USING (true) WITH CHECK (true);
CREATE POLICY identity_select ON "OutboxMessage" FOR SELECT TO slipstream_identity USING ("organizationId" IS NULL);
CREATE POLICY identity_insert ON "OutboxMessage" FOR INSERT TO slipstream_identity
  WITH CHECK ("organizationId" IS NULL);

-- The relay hands messages to the queue and finds the organizations a sweep has to visit.
GRANT SELECT, UPDATE ("enqueuedAt"), DELETE ON "OutboxMessage" TO slipstream_relay;
CREATE POLICY relay_all ON "OutboxMessage" TO slipstream_relay USING (true) WITH CHECK (true);
GRANT SELECT ("id") ON "Organization" TO slipstream_relay;
CREATE POLICY relay_select ON "Organization" FOR SELECT TO slipstream_relay USING (true);
