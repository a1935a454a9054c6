import { benchBills } from './bills.ts';
import { benchReaders } from './readers.ts';

/**
 * `readers`: reading alone, beside what others read with. `bills`: a bill of materials from its bytes to committed rows
 * and a footprint, beside two applications that only read and insert. Both where neither is named.
 */
export async function benchImport(options: readonly string[]): Promise<void> {
  const [part = '', ...rest] = options;
  if (part === 'bills') return benchBills(rest);
  benchReaders(part === 'readers' ? rest : options);
  if (part !== 'readers') await benchBills();
}
