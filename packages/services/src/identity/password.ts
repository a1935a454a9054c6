import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { ServiceError } from '../errors.ts';

const shortest = 10;
const longest = 200;
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At most this many hashes at once, so that a storm of sign-ins leaves a processor to everybody else. */
const atOnce = 1;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Refuses a password that is too short, too long or the person's own address. */
export function checkPassword(password: string, email: string): void {
  const length = [...password].length;
  if (length < shortest) throw new ServiceError('passwordTooShort', { shortest });
  if (length > longest) throw new ServiceError('passwordTooLong', { longest });
  if (password.toLowerCase() === email) throw new ServiceError('passwordIsEmail');
}

/** argon2id in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost));
}

/** Hash of nothing anybody knows: compared where there is no account, so that the answer takes as long. */
let decoy: Promise<string> | undefined;

/** Whether the password is the one hashed; for an unknown account the same work is done in vain. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const against = passwordHash ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches && passwordHash !== undefined;
}
