/** Bytes of the largest file that is taken in, whatever it is. In a file of its own, so that the browser can say so too. */
export const largestUploadBytes = 30_000_000;
