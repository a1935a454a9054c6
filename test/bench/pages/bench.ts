import { readFileSync } from 'node:fs';
import { mostQueries } from '../../support/asked-queries.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';

interface Person {
  readonly email: string;
  readonly password: string;
}
const people: readonly Person[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/sign-ins.json', import.meta.url), 'utf8'),
);
const identifier = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Reading these does something. */
const leftAlone = /^\/(?:sign-out|preferences|mailbox)/;

const mostMs = 60;
const mostMegabytes = 300;

interface PageFigures {
  readonly page: string;
  readonly who: string;
  readonly p50: number;
  readonly p95: number;
  readonly queries: number;
}

/**
 * Every page a person of the demo can reach, one of each kind: time to the whole answer at the server's own machine
 * (p50, p95 over `runs`, after five to warm up) and the queries one page asks. Then the memory of the web process, and
 * what misses the goals. With `lines`, one firm has a product of so many parts, and its pages are those that are measured.
 */
export async function benchPages([runs = '40', lines = '0']: readonly string[]): Promise<void> {
  const server = await startDemoServer(Number(lines));
  try {
    const figures: PageFigures[] = [];
    for (const person of people) figures.push(...(await walk(server, person, Number(runs))));
    console.table(figures);
    const megabytes = Math.round(await server.residentMegabytes());
    console.log(`web process: ${megabytes} MB resident`);
    const missed = [
      ...figures
        .filter(({ p95, queries }) => p95 > mostMs || queries > mostQueries)
        .map(({ page, who, p95, queries }) => `${page} of ${who} (p95 ${p95} ms, ${queries} queries)`),
      ...(megabytes > mostMegabytes ? [`${megabytes} MB resident`] : []),
    ];
    const goals = `p95 ${mostMs} ms, ${mostQueries} queries, ${mostMegabytes} MB`;
    console.log(missed.length === 0 ? `all within ${goals}` : `over ${goals}: ${missed.join('; ')}`);
  } finally {
    await server.stop();
  }
}

async function walk(server: DemoServer, person: Person, runs: number): Promise<readonly PageFigures[]> {
  const headers = { cookie: await sessionOf(server, person) };
  const get = async (path: string) => {
    const answer = await fetch(server.url + path, { headers, redirect: 'manual' });
    return { ok: answer.status === 200, text: await answer.text() };
  };
  const figures: PageFigures[] = [];
  const measured = new Set<string>();
  const ofLargeBill = server.large?.email === person.email ? server.large.paths : [];
  const paths = new Set([...ofLargeBill, '/account']);
  // Pages found on the way are added to the set while it is walked.
  for (const path of paths) {
    const { ok, text } = await get(path);
    if (path === '/account' && !ok) throw new Error(`the account page of ${person.email} failed`);
    if (!ok) continue;
    for (const [, link = ''] of text.matchAll(/href="(\/[a-z][^"#?.]*)"/g))
      if (!leftAlone.test(link)) paths.add(link);
    const kind = path.replace(identifier, ':id');
    if (measured.has(kind)) continue;
    measured.add(kind);
    for (let warm = 0; warm < 5; warm++) await get(path);
    const queries = await queriesOf(server, () => get(path));
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      await get(path);
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => Math.round((times[Math.ceil(share * times.length) - 1] ?? 0) * 10) / 10;
    figures.push({ page: kind, who: person.email, p50: at(0.5), p95: at(0.95), queries });
  }
  return figures;
}

/** Queries of one page: the least of three, since what listens for jobs asks now and then. */
async function queriesOf(server: DemoServer, get: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 3; run++) {
    await server.queries();
    await get();
    counts.push(await server.queries());
  }
  return Math.min(...counts);
}

async function sessionOf({ url }: DemoServer, { email, password }: Person): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password }),
  });
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
