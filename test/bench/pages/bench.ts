import { readFileSync } from 'node:fs';
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

interface PageFigures {
  readonly page: string;
  readonly who: string;
  readonly p50: number;
  readonly p95: number;
  readonly queries: number;
}

/**
 * Every page a person of the demo can reach, one of each kind: time to the whole answer at the server's own machine
 * (p50, p95 over `runs`, after five to warm up) and the queries one page asks. Then the memory of the web process.
 */
export async function benchPages([runs = '40']: readonly string[]): Promise<void> {
  const server = await startDemoServer();
  try {
    const figures: PageFigures[] = [];
    for (const person of people) figures.push(...(await walk(server, person, Number(runs))));
    console.table(figures);
    console.log(`web process: ${Math.round(await server.residentMegabytes())} MB resident`);
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
  const seen = new Set<string>();
  const waiting = ['/account'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.replace(identifier, ':id');
    if (seen.has(kind)) continue;
    seen.add(kind);
    const { ok, text } = await get(path);
    if (!ok) continue;
    for (const [, link = ''] of text.matchAll(/href="(\/[a-z][^"#?.]*)"/g))
      if (!leftAlone.test(link)) waiting.push(link);
    for (let warm = 0; warm < 5; warm++) await get(path);
    await server.queries();
    await get(path);
    const queries = await server.queries();
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
