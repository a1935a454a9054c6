import { createReadStream } from 'node:fs';
import {
  acceptRequest,
  approveRequest,
  askReview,
  cancelRequest,
  createSupplierRequest,
  declineRequest,
  enterFootprint,
  listSuppliers,
  openRequest,
  type Runtime,
  receiveBillOfMaterials,
  returnRequest,
  reuseAnswer,
  type ServiceContext,
  sendSupplierRequest,
  startRequest,
  submitRequest,
  takeRequest,
  uploadEvidence,
  uploadInventorySheet,
} from '@slipstream/services';
import { joinAgain, joinSupplier, runJobs } from './people.ts';
import { intensityOf } from './supplier-claims.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How far a request has come; one that waits for the supplier's own reviewer is in progress too. */
export type Stop =
  | 'draft'
  | 'sent'
  | 'cancelled'
  | 'declined'
  | 'accepted'
  | 'inProgress'
  | 'waitsForReviewer'
  | 'submitted'
  | 'underReview'
  | 'returned'
  | 'approved';

/** A supplier in the demo: who answers, how far it has come, and the workbook it answers by, where it has one. */
export interface SupplierStory {
  readonly name: string;
  readonly slug: string;
  readonly clerk: string;
  readonly manager: string;
  readonly stop: Stop;
  readonly level?: 'full' | 'stageTotals' | 'footprintOnly';
  readonly workbook?: string;
  /** The file it lays beside the figures it enters. */
  readonly evidence?: string;
  /** Asked again a year later for the same parts: what is left of its figures then. The first answer is superseded. */
  readonly improvedTo?: number;
}

export interface Joined {
  readonly story: SupplierStory;
  readonly clerk: ServiceContext;
  readonly manager: ServiceContext;
}

const file = (name: string) => ({
  fileName: name,
  contentType: name.endsWith('.csv') ? 'text/csv' : workbookType,
  bytes: createReadStream(new URL(`files/${name}`, import.meta.url)),
});

/** The bill goes in, products, parts and suppliers come out, and their first footprints. */
export async function importBill(ctx: ServiceContext, name: string): Promise<void> {
  await receiveBillOfMaterials(ctx, file(name));
  await runJobs(ctx);
}

/** Asks each supplier and lets it come as far as its story goes; returns those that joined. Who is `here` already joins as the firm it is. */
export async function askSuppliers(
  runtime: Runtime,
  lead: ServiceContext,
  stories: readonly SupplierStory[],
  password: string,
  here: readonly Joined[] = [],
): Promise<readonly Joined[]> {
  const { suppliers } = await listSuppliers(lead);
  const dueDate = new Date(runtime.clock().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const joined: Joined[] = [];
  for (const story of stories) {
    const relation = suppliers.find(({ name }) => name === story.name);
    if (!relation) throw new Error(`${story.name} is in no bill of materials`);
    const contactEmail = `clerk@${story.slug}.example`;
    const ask = async () => {
      const { id: requestId } = await createSupplierRequest(lead, { supplierRelationId: relation.id });
      if (story.stop !== 'draft')
        await sendSupplierRequest(lead, {
          requestId,
          dueDate,
          mode: 'either',
          confidentialityOffered: ['full', 'stageTotals', 'footprintOnly'],
          message: '我們正在計算產品碳足跡，請提供貴公司供應品項的盤查資料或碳足跡。',
          contactEmail,
        });
      return requestId;
    };
    const requestId = await ask();
    const known = here.find(({ story: { slug } }) => slug === story.slug);
    if (known) {
      await joinAgain(runtime, { email: contactEmail, password }, known.clerk.actor.organizationId);
      await answer(lead, { ...known, story }, requestId);
      continue;
    }
    if (story.stop === 'draft' || story.stop === 'sent') continue;
    if (story.stop === 'cancelled') {
      await cancelRequest(lead, { requestId, comment: '改由另一家供應。' });
      continue;
    }
    const people = await joinSupplier(
      runtime,
      { email: contactEmail, name: story.clerk, password },
      { email: `manager@${story.slug}.example`, name: story.manager },
    );
    await answer(lead, { story, ...people }, requestId);
    if (story.improvedTo) await answer(lead, { story, ...people }, await ask(), story.improvedTo);
    joined.push({ story, ...people });
  }
  await runJobs(runtime);
  return joined;
}

/** A supplier answers a request as far as its story goes. */
async function answer(
  lead: ServiceContext,
  { story, clerk, manager }: Joined,
  requestId: string,
  improved = 1,
): Promise<void> {
  const { stop, level = 'stageTotals', workbook, evidence } = story;
  if (stop === 'sent') return;
  if (stop === 'declined') {
    await declineRequest(clerk, { requestId, reason: '今年人力不足，明年再參加。' });
    return;
  }
  await acceptRequest(clerk, {
    requestId,
    level,
    fillerId: clerk.actor.userId ?? '',
    reviewerId: manager.actor.userId ?? '',
  });
  if (stop === 'accepted') return;
  await startRequest(clerk, { requestId });
  const { items } = await openRequest(clerk, { requestId });
  const evidenceId = evidence && (await uploadEvidence(clerk, file(evidence))).id;
  const filled = stop === 'inProgress' ? items.slice(0, 1) : items;
  for (const { id: itemId, name, code, reusable } of filled) {
    // What it sells to two customers it answers once.
    const before = improved === 1 && reusable.find((answer) => answer.name === name);
    if (before) await reuseAnswer(clerk, { requestId, itemId, fromItemId: before.itemId });
    else if (workbook) await uploadInventorySheet(clerk, { requestId, itemId, file: file(workbook) });
    else
      await enterFootprint(clerk, {
        requestId,
        itemId,
        entered: {
          kgCO2e: intensityOf(code, improved),
          boundary: 'B2B',
          period: '2025/01/01-2025/12/31',
          dataQualityScore: '2',
          primaryDataSharePercent: '65',
          gwpSet: '',
          ...(evidenceId && { evidenceId }),
        },
      });
  }
  if (workbook) await runJobs(clerk);
  if (stop === 'inProgress') return;
  if (stop === 'waitsForReviewer') {
    await askReview(clerk, { requestId });
    return;
  }
  const { version } = await openRequest(manager, { requestId });
  await submitRequest(manager, { requestId, version });
  if (stop === 'submitted') return;
  await takeRequest(lead, { requestId });
  if (stop === 'underReview') return;
  if (stop === 'returned') {
    await returnRequest(lead, { requestId, comment: '請說明電力的分攤方式。' });
    return;
  }
  await approveRequest(lead, { requestId });
}
