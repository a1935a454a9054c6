-- What identity changes in an organization (members, accepted invitations) is audited in the same transaction, in
-- that organization's chain.
GRANT SELECT, INSERT ON "AuditEvent" TO slipstream_identity;
CREATE POLICY identity_select ON "AuditEvent" FOR SELECT TO slipstream_identity
  USING ("organizationId" = (SELECT current_organization()));
CREATE POLICY identity_insert ON "AuditEvent" FOR INSERT TO slipstream_identity
  WITH CHECK ("organizationId" = (SELECT current_organization()));
