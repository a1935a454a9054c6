-- Each audit row carries the hash of the row before it in its organization. The database numbers and hashes the
-- row while it holds the end of the chain locked, so writers queue and cannot forge either.
CREATE FUNCTION audit_event_hash(event "AuditEvent") RETURNS bytea
  LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog
  AS $$
    SELECT sha256(event."previousHash" || convert_to(jsonb_build_array(
      event."organizationId", event."id", event."sequence",
      to_char(event."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      event."actorUserId", event."sessionId", event."requestId",
      event."action", event."subjectKind", event."subjectId", event."detail")::text, 'UTF8'))
  $$;

CREATE FUNCTION append_audit_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$
DECLARE
  head public."AuditHead";
BEGIN
  INSERT INTO public."AuditHead" ("organizationId", "sequence", "hash")
    VALUES (NEW."organizationId", 0, ''::bytea) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM public."AuditHead"
    WHERE "organizationId" = NEW."organizationId" FOR UPDATE;
  NEW."sequence" := head."sequence" + 1;
  NEW."at" := clock_timestamp();
  NEW."previousHash" := head."hash";
  NEW."hash" := public.audit_event_hash(NEW);
  UPDATE public."AuditHead" SET "sequence" = NEW."sequence", "hash" = NEW."hash"
    WHERE "organizationId" = NEW."organizationId";
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION append_audit_event FROM PUBLIC;

CREATE TRIGGER append_audit_event BEFORE INSERT ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION append_audit_event();

-- The rows of the organization in force at which the chain does not hold: altered, removed or inserted.
CREATE FUNCTION audit_chain_faults() RETURNS TABLE ("sequence" bigint)
  LANGUAGE sql STABLE
  AS $$
    SELECT chain."sequence"
    FROM (
      SELECT event."sequence",
        event."hash" = audit_event_hash(event) AS intact,
        event."previousHash" = coalesce(lag(event."hash") OVER chain_order, ''::bytea) AS joined,
        event."sequence" = coalesce(lag(event."sequence") OVER chain_order, 0) + 1 AS consecutive
      FROM "AuditEvent" event
      WHERE event."organizationId" = current_organization()
      WINDOW chain_order AS (ORDER BY event."sequence")
    ) chain
    WHERE NOT (chain.intact AND chain.joined AND chain.consecutive)
    ORDER BY chain."sequence"
  $$;
