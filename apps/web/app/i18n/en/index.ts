import type { Messages } from '../messages.ts';
import { alliance } from './alliance.ts';
import { columns } from './columns.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { footprint } from './footprint.ts';
import { identity } from './identity.ts';
import { processFlow } from './process-flow.ts';
import { products } from './products.ts';
import { reading } from './reading.ts';
import { refusals } from './refusals.ts';
import { requests } from './requests.ts';
import { shell } from './shell.ts';
import { supplier } from './supplier.ts';
import { targets } from './targets.ts';
import { terms } from './terms.ts';

export const en: Messages = {
  alliance,
  columns,
  common,
  errors,
  findings,
  footprint,
  identity,
  processFlow,
  products,
  reading,
  refusals,
  requests,
  shell,
  supplier,
  targets,
  terms,
};
