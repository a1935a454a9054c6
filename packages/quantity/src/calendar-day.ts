const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const dayMs = 86_400_000;
/** Taiwan keeps UTC+8 all year. */
const taiwanOffsetMs = 8 * 3_600_000;

/** Whether a text is a day that exists, as an ISO date: `2024-02-29`, not `2022-02-29`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !dayForm.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayAt(time) === text;
}

/** Whether a text is an instant in UTC: `2022-03-08T01:02:03Z`, with or without a fraction of the second. */
export function isInstant(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    instantForm.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** The day `count` days later (earlier when negative). `day` must be a day. */
export function addDays(day: string, count: number): string {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + count * dayMs);
}

/** The same day `count` years later; 29 February becomes the 28th where there is none. `day` must be a day. */
export function addYears(day: string, count: number): string {
  const shifted = `${String(Number(day.slice(0, 4)) + count).padStart(4, '0')}${day.slice(4)}`;
  const exists: boolean = isDay(shifted);
  return exists ? shifted : `${shifted.slice(0, 8)}28`;
}

/** The day it is in Taiwan at an instant: deadlines end with the Taiwanese day. `instant` must be an instant. */
export function dayInTaiwan(instant: string): string {
  return dayAt(Date.parse(instant) + taiwanOffsetMs);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
