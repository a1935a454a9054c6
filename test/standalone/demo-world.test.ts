import {
  getProductFootprint,
  listInbox,
  listProducts,
  listRequests,
  type Runtime,
  type ServiceContext,
} from '@slipstream/services';
import { beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../prisma/seed/people.ts';
import { makeDemoWorld } from '../../prisma/seed/world.ts';
import { useDatabase } from '../support/database.ts';
import { makeRuntime } from '../support/runtime.ts';

const { database } = useDatabase();
const made = makeRuntime(database);
// Mail stays in the mailbox, where the demo's people read it; the newest is told by a clock that goes on.
const runtime: Runtime = { ...made, mail: { ...made.mail, delivers: false }, clock: () => new Date() };
const as = (email: string) => signInAs(runtime, email, 'slipstream-demo');

beforeAll(() => makeDemoWorld(runtime), 120_000);

async function footprintOf(lead: ServiceContext, name: string) {
  const product = (await listProducts(lead)).find((one) => one.name === name);
  const { result, declaredUnit } = await getProductFootprint(lead, { productId: product?.id ?? '' });
  if (!result) throw new Error(`${name} has no footprint`);
  expect(result.open).toEqual([]);
  const stages = new Map(result.byStage.map(({ stage, kgCO2e }) => [stage as string, kgCO2e]));
  return { per: declaredUnit, total: result.total, stages };
}

it('computes the published footprints per tonne: H-beam 0.947 t, aluminium coil 13.12 t, 86 % of it raw material', async () => {
  const lead = await as('lead@chenglu.example');
  const beam = await footprintOf(lead, 'H 型鋼 H300');
  expect(beam.per).toEqual({ amount: 1, unit: 't' });
  expect(beam.total / 1000).toBeCloseTo(0.947, 3);
  const coil = await footprintOf(lead, '鋁捲 A5052');
  expect(coil.per).toEqual({ amount: 1, unit: 't' });
  expect(coil.total / 1000).toBeCloseTo(13.12, 2);
  expect((coil.stages.get('rawMaterial') ?? 0) / 1000).toBeCloseTo(11.26, 2);
  expect((coil.stages.get('manufacturing') ?? 0) / 1000).toBeCloseTo(1.86, 2);
  expect(Math.round(((coil.stages.get('rawMaterial') ?? 0) / coil.total) * 100)).toBe(86);
});

it('has a request in every state, and 29 suppliers with one', async () => {
  const lead = await as('lead@chenglu.example');
  const board = await listRequests(lead);
  const pages = Array.from({ length: board.pages }, (_, index) => listRequests(lead, { page: index + 1 }));
  const requests = (await Promise.all(pages)).flatMap((page) => page.requests);
  expect([...new Set(requests.map(({ state }) => state))].sort()).toEqual([
    'accepted',
    'approved',
    'cancelled',
    'declined',
    'draft',
    'inProgress',
    'returned',
    'sent',
    'submitted',
    'superseded',
    'underReview',
  ]);
  expect(new Set(requests.map(({ supplierName }) => supplierName)).size).toBe(29);
});

it('lets three suppliers answer two customers from one inbox', async () => {
  const customers = await Promise.all(
    ['dongchang', 'gaosheng', 'lianxin'].map(async (slug) => {
      const inbox = await listInbox(await as(`clerk@${slug}.example`));
      return inbox.map(({ askedBy, state }) => `${askedBy} ${state}`).sort();
    }),
  );
  expect(customers).toEqual([
    ['澄鋁工業 approved', '穗原機械 approved'],
    ['澄鋁工業 approved', '穗原機械 submitted'],
    ['澄鋁工業 approved', '穗原機械 sent'],
  ]);
});
