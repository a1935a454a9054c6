import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { foundFirm, signIn } from '../support/organizations.ts';
import { type PumpNames, pumpNames } from '../support/pump.ts';
import { type Album, type Look, openReader, type Reader } from '../support/reader.ts';

/** Who takes part in the main job, what they call things, and what was found on the way. */
export interface Story {
  readonly names: PumpNames;
  readonly lead: Reader;
  /** Of the supplier of the housing: who fills in, and who looks before it is sent. */
  readonly filler: Reader & { readonly email: string };
  readonly reviewer: Reader & { readonly email: string };
  /** Pages that a later step comes back to. */
  readonly paths: { product: string; request: string; inbox: string; target: string };
}

/** A lead firm that has nothing yet; nobody of its supplier has been here before. */
export async function beginStory(browser: Browser, look: Look, album: Album): Promise<Story> {
  const names = pumpNames[look.language];
  const lead = await openReader(browser, look, album);
  await signIn(lead.context, await foundFirm('leadFirm', names.firm, names.firmOwner));
  const tag = randomUUID().slice(0, 8);
  const newcomer = async (name: string) => ({
    ...(await openReader(browser, look, album, true)),
    email: `${name}-${tag}@yuncheng.example`,
  });
  return {
    names,
    lead,
    filler: await newcomer('wang'),
    reviewer: await newcomer('chen'),
    paths: { product: '', request: '', inbox: '', target: '' },
  };
}

/** Names and figures as a pattern that finds them to the letter. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
