import type { Confidentiality, TenantTransaction } from '@slipstream/db';
import { type SourcePlace, sourcePlace } from '../import-batch/source-place.ts';
import { isUuid } from '../is-uuid.ts';
import { jsonRows } from '../json-rows.ts';

/** The request a supplier answered with a footprint, and who took the answer in. */
export interface AnswerOrigin {
  readonly requestId: string;
  /** How much of it the supplier discloses; null where it has not said yet. */
  readonly level: Confidentiality | null;
  /** ISO instant of the newest approval; null where it was taken in without one. */
  readonly approvedAt: string | null;
  /** Null for someone who has left. */
  readonly approvedBy: string | null;
}

/** Where lines of a footprint come from: what their records hold besides factors. */
export interface LineOrigins {
  /** Where each stood in its workbook, by exchange id; what a person drew stood nowhere. */
  readonly places: Readonly<Record<string, SourcePlace>>;
  /** What a sealed footprint answered, by its study's id. */
  readonly answers: Readonly<Record<string, AnswerOrigin>>;
}

interface OriginatedLine {
  readonly exchange: string | null;
  readonly study?: { readonly studyId: string } | null;
}

/** Looks up where lines come from, with one query. Only what is the organization's own, or was sent to it, is found. */
export async function originsOf(
  tx: TenantTransaction,
  organizationId: string,
  lines: readonly OriginatedLine[],
): Promise<LineOrigins> {
  // What a person drew has ids of other kinds.
  const exchanges = lines.flatMap(({ exchange }) =>
    exchange !== null && isUuid(exchange) ? [exchange] : [],
  );
  const studies = lines.flatMap(({ study }) => (study && isUuid(study.studyId) ? [study.studyId] : []));
  const [found] = await tx.$queryRaw<
    { cells: Record<string, string> | null; answers: LineOrigins['answers'] | null }[]
  >`
    SELECT
      (SELECT json_object_agg("id", "sourceCell") FROM "BomLine"
        WHERE "organizationId" = ${organizationId}::uuid AND "sourceCell" IS NOT NULL
          AND "id" IN (SELECT json_array_elements_text(${jsonRows(exchanges)}::json)::uuid)) AS cells,
      (SELECT json_object_agg(item."id", json_build_object(
          'requestId', request."id", 'level', request."confidentialityChosen",
          'approvedAt', to_char(approval."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'approvedBy', person."name"))
        FROM "RequestedItem" item
        JOIN "SupplierRequest" request ON request."dataRecipientId" = item."dataRecipientId"
          AND request."dataOwnerId" = item."dataOwnerId" AND request."id" = item."requestId"
        LEFT JOIN LATERAL (SELECT "at", "actorUserId" FROM "SupplierRequestEvent" event
          WHERE event."dataRecipientId" = request."dataRecipientId" AND event."dataOwnerId" = request."dataOwnerId"
            AND event."requestId" = request."id" AND event."event" = 'approve'
          ORDER BY "at" DESC LIMIT 1) approval ON true
        LEFT JOIN "Membership" member ON member."organizationId" = ${organizationId}::uuid
          AND member."userId" = approval."actorUserId"
        LEFT JOIN "User" person ON person."id" = member."userId"
        WHERE item."dataRecipientId" = ${organizationId}::uuid
          AND item."id" IN (SELECT json_array_elements_text(${jsonRows(studies)}::json)::uuid)) AS answers`;
  const places = Object.entries(found?.cells ?? {}).flatMap(([id, cell]) => {
    const place = sourcePlace(cell);
    return place ? [[id, place] as const] : [];
  });
  return { places: Object.fromEntries(places), answers: found?.answers ?? {} };
}
