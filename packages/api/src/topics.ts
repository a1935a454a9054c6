import type { JobEvents } from '@slipstream/jobs';
import {
  type Bell,
  countStaleFootprints,
  type FootprintProgress,
  type ImportProgress,
  isImportSettled,
  type NewsEvents,
  readBell,
  readFootprintProgress,
  readImportProgress,
  readReleaseProgress,
  type ServiceContext,
} from '@slipstream/services';
import { z } from 'zod';
import type { Followed } from './follow.ts';

/** What a page can follow: its name, and what it is about. */
export const topicSchema = z.discriminatedUnion('of', [
  /** What is new for the reader, which never ends. */
  z.strictObject({ of: z.literal('bell') }),
  /** A bill of materials from its arrival until its footprints are there. */
  z.strictObject({ of: z.literal('billOfMaterials'), id: z.uuid() }),
  /** An uploaded inventory sheet until it has been read. */
  z.strictObject({ of: z.literal('inventorySheet'), id: z.uuid() }),
  /** The footprint of a product that waits for its calculation. */
  z.strictObject({ of: z.literal('productFootprint'), productId: z.uuid() }),
  /** How many footprints wait for their calculation. */
  z.strictObject({ of: z.literal('staleFootprints') }),
  /** A release of an alliance's totals until its job has run. */
  z.strictObject({ of: z.literal('allianceRelease'), jobId: z.uuid() }),
]);
export type Topic = z.infer<typeof topicSchema>;

/** What each topic tells. */
export interface TopicStates {
  readonly bell: Bell;
  readonly billOfMaterials: ImportProgress;
  readonly inventorySheet: ImportProgress;
  readonly productFootprint: FootprintProgress;
  readonly staleFootprints: number;
  readonly allianceRelease: { readonly isDone: boolean };
}

/** Where a process hears that there may be news. */
export interface EventSources {
  readonly jobEvents: Pick<JobEvents, 'follow'>;
  readonly newsEvents: Pick<NewsEvents, 'follow'>;
}

/** How a topic is followed for a caller. */
export function followedOf(
  topic: Topic,
  { actor }: ServiceContext,
  { jobEvents, newsEvents }: EventSources,
): Followed<TopicStates[Topic['of']]> {
  const { organizationId, userId } = actor;
  /** Somebody waits for it: looked at often, in case an announcement is lost. */
  const progress = {
    onNews: (listener: () => void) => jobEvents.follow(organizationId, listener),
    atLeastEveryMs: 1_000,
    atMostEveryMs: 150,
  };
  switch (topic.of) {
    case 'bell':
      return {
        read: readBell,
        isSettled: () => false,
        onNews: (listener) => newsEvents.follow({ organizationId, userId: userId ?? '' }, listener),
        // Open on every page for as long as somebody looks at it: it must cost nothing while nothing happens.
        atLeastEveryMs: 60_000,
        atMostEveryMs: 1_000,
      };
    case 'billOfMaterials':
    case 'inventorySheet':
      return {
        ...progress,
        read: (ctx) => readImportProgress(ctx, { id: topic.id, kind: topic.of }),
        isSettled: (state) => isImportSettled(state as ImportProgress),
      };
    case 'productFootprint':
      return {
        ...progress,
        read: (ctx) => readFootprintProgress(ctx, { productId: topic.productId }),
        isSettled: (state) => !(state as FootprintProgress).isStale,
      };
    case 'staleFootprints':
      return { ...progress, read: countStaleFootprints, isSettled: (stale) => stale === 0 };
    case 'allianceRelease':
      return {
        ...progress,
        read: (ctx) => readReleaseProgress(ctx, { jobId: topic.jobId }),
        isSettled: (state) => (state as TopicStates['allianceRelease']).isDone,
      };
  }
}
