import { readFileSync } from 'node:fs';
import { foundOrganization, type Runtime } from '@slipstream/services';
import { founders } from './organizations.ts';
import { chengluWork, drawOwnWork } from './own-processes.ts';
import { readNews, runJobs, signInAs } from './people.ts';
import { askSuppliers, importBill } from './programme.ts';
import { ally, promise } from './promises.ts';
import { chengluStories, suiyuanStories } from './stories.ts';

const signIns: readonly { readonly email: string; readonly password: string }[] = JSON.parse(
  readFileSync(new URL('sign-ins.json', import.meta.url), 'utf8'),
);
const passwordOf = (email: string): string => {
  const signIn = signIns.find((one) => one.email === email);
  if (!signIn) throw new Error(`${email} is not in sign-ins.json`);
  return signIn.password;
};

/**
 * Fills an empty database with the demo world by the product's own verbs, on the workbooks in `files/`. The same each
 * time but for ids and instants: no figure of it is typed in that the product could compute.
 */
export async function makeDemoWorld(runtime: Runtime): Promise<void> {
  for (const { owner, ...organization } of founders)
    await foundOrganization(runtime, {
      ...organization,
      owner: { ...owner, password: passwordOf(owner.email) },
    });
  const [lead, secondLead, association] = await Promise.all(
    founders.map(({ owner: { email } }) => signInAs(runtime, email, passwordOf(email))),
  );
  if (!lead || !secondLead || !association) throw new Error('A founder is missing');
  const password = passwordOf(founders[0].owner.email);
  await importBill(lead, 'bom-chenglu.xlsx');
  await importBill(secondLead, 'bom-suiyuan.xlsx');
  for (const work of chengluWork) await drawOwnWork(lead, work);
  const joined = await askSuppliers(runtime, lead, chengluStories, password);
  await askSuppliers(runtime, secondLead, suiyuanStories, password, joined);
  await promise(lead, joined);
  await ally(association, [lead, secondLead], joined);
  await runJobs(runtime);
  await readNews([lead, secondLead, ...joined.flatMap(({ clerk, manager }) => [clerk, manager])]);
}
