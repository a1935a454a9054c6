/** The key of an input or output of a process; a sealed process is one line without an exchange. */
export function lineKey(process: string, exchange: string | null): string {
  return exchange === null ? process : `${process} ${exchange}`;
}
