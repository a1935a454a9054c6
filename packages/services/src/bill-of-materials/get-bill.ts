import { inTenant, type ServiceContext } from '../context.ts';
import { ServiceError } from '../errors.ts';
import { type SourcePlace, sourcePlace } from '../import-batch/source-place.ts';

export const billSorts = ['line', 'part', 'supplier'] as const;
export type BillSort = (typeof billSorts)[number];

/** A line of a bill of materials as its file tells it. */
export interface BillLine {
  readonly id: string;
  readonly partNumber: string;
  readonly name: string;
  readonly specification: string | null;
  readonly material: string | null;
  /** Of `unit`, in one declared unit of the product or one of the assembly; null where the file leaves it blank. */
  readonly amount: number | null;
  readonly unit: string;
  /** Kilograms of one `unit` of the part; null where the file does not say. */
  readonly massPerUnitKg: number | null;
  /** Name of the assembly the part goes into; null directly in the product. */
  readonly assembly: string | null;
  readonly supplierName: string | null;
  /** Nobody else supplies the part. */
  readonly isSoleSource: boolean;
  /** Where the line stood in its file; null where that is not known. */
  readonly place: SourcePlace | null;
}

/** A bill's version: who put it there, when, from which file. */
export interface BillVersion {
  readonly version: number;
  /** ISO instant. */
  readonly createdAt: string;
  /** Null for someone who has left. */
  readonly createdBy: string | null;
  readonly file: { readonly importId: string; readonly name: string } | null;
  readonly lines: number;
}

/** A product's bill of materials: a page of one version's lines, and which versions there are. */
export interface BillOfMaterialsPage {
  readonly product: { readonly id: string; readonly name: string };
  /** The version shown; null where the product was drawn and has no bill. */
  readonly shown: BillVersion | null;
  /** Newest first. */
  readonly versions: readonly BillVersion[];
  readonly lines: readonly BillLine[];
  /** Of the search, over all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const perPage = 50;

/**
 * What a product is made of, as its file told it: the newest version or the one asked for, searched by words in a part
 * or its supplier's name, a page of 50. `notFound` where the product or the version is not there or not the caller's.
 */
export async function getBillOfMaterials(
  ctx: ServiceContext,
  input: {
    readonly productId: string;
    readonly version?: number | undefined;
    readonly search?: string | undefined;
    readonly sort?: BillSort | undefined;
    readonly order?: 'asc' | 'desc' | undefined;
    readonly page?: number | undefined;
  },
): Promise<BillOfMaterialsPage> {
  const { organizationId } = ctx.actor;
  return inTenant(ctx, async (tx) => {
    const product = await tx.product.findUnique({
      where: { organizationId_id: { organizationId, id: input.productId } },
      select: {
        id: true,
        name: true,
        organization: {
          select: { memberships: { select: { user: { select: { id: true, name: true } } } } },
        },
        billsOfMaterial: {
          select: {
            id: true,
            version: true,
            createdAt: true,
            createdById: true,
            importBatch: { select: { id: true, fileName: true, evidence: { select: { fileName: true } } } },
            _count: { select: { lines: true } },
          },
          orderBy: { version: 'desc' },
        },
      },
    });
    if (!product) throw new ServiceError('notFound');
    const { billsOfMaterial: bills, organization } = product;
    const nameOf = new Map(organization.memberships.map(({ user }) => [user.id, user.name]));
    const versions = bills.map(({ version, createdAt, createdById, importBatch, _count }) => ({
      version,
      createdAt: createdAt.toISOString(),
      createdBy: nameOf.get(createdById ?? '') ?? null,
      file: importBatch && {
        importId: importBatch.id,
        name: importBatch.fileName ?? importBatch.evidence.fileName,
      },
      lines: _count.lines,
    }));
    const at =
      input.version === undefined ? 0 : versions.findIndex(({ version }) => version === input.version);
    const bill = bills[at];
    const head = { product: { id: product.id, name: product.name }, versions };
    if (!bill) {
      if (input.version !== undefined) throw new ServiceError('notFound');
      return { ...head, shown: null, lines: [], total: 0, page: 1, pages: 1 };
    }
    const where = {
      organizationId,
      billOfMaterialsId: bill.id,
      ...(input.search?.trim() ? { OR: holding(input.search.trim().slice(0, 200)) } : {}),
    };
    const total = await tx.bomLine.count({ where });
    const pages = Math.max(1, Math.ceil(total / perPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page ?? 1) || 1), pages);
    const lines = await tx.bomLine.findMany({
      where,
      select: {
        id: true,
        amount: true,
        unit: true,
        sourceCell: true,
        supplierRelation: { select: { name: true } },
        parentLine: { select: { part: { select: { name: true } } } },
        part: {
          select: {
            partNumber: true,
            name: true,
            specification: true,
            material: true,
            massPerUnitKg: true,
            _count: { select: { supplies: true } },
          },
        },
      },
      orderBy: [...orders[input.sort ?? 'line'](input.order ?? 'asc'), { lineNumber: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
    });
    return {
      ...head,
      shown: versions[at] ?? null,
      lines: lines.map(({ id, amount, unit, sourceCell, supplierRelation, parentLine, part }) => ({
        id,
        partNumber: part.partNumber,
        name: part.name,
        specification: part.specification,
        material: part.material,
        amount: amount?.toNumber() ?? null,
        unit,
        massPerUnitKg: part.massPerUnitKg?.toNumber() ?? null,
        assembly: parentLine?.part.name ?? null,
        supplierName: supplierRelation?.name ?? null,
        isSoleSource: supplierRelation !== null && part._count.supplies === 1,
        place: sourcePlace(sourceCell),
      })),
      total,
      page,
      pages,
    };
  });
}

const orders = {
  line: (order) => [{ lineNumber: order }],
  part: (order) => [{ part: { partNumber: order } }],
  supplier: (order) => [{ supplierRelation: { name: order } }],
} as const satisfies Record<BillSort, (order: 'asc' | 'desc') => readonly object[]>;

function holding(words: string) {
  // Prisma hands a pattern's signs through.
  const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  return [
    { part: { partNumber: contains } },
    { part: { name: contains } },
    { part: { material: contains } },
    { supplierRelation: { name: contains } },
  ];
}
