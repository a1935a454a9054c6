/** As many as the services count; any more are told as more than that. */
const most = 99;

/** How many are new, as a badge tells it. */
export function tellUnread(unread: number): string {
  return unread > most ? `${most}+` : String(unread);
}
