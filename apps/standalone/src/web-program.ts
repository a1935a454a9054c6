import { join } from 'node:path';

/**
 * What Node runs the web server with; `docker/Dockerfile` starts it the same way. Some 80 MB of the heap live; left to
 * itself on a large machine Node keeps three times that. The young space is what makes the difference; the old space is
 * bounded with room for a large request, since near the bound every collection becomes a full one.
 */
export const webProgram: readonly string[] = [
  '--max-old-space-size=256',
  '--max-semi-space-size=4',
  join(import.meta.dirname, '../../web/build/server/index.js'),
];

/**
 * What the web server's environment says to glibc's allocator: large blocks are given back to the system when they are
 * freed. Left to itself glibc moves that bound up with the first large block, and keeps some 25 MB; other allocators do
 * not read it.
 */
export const webEnvironment = { MALLOC_MMAP_THRESHOLD_: '131072' } as const;
