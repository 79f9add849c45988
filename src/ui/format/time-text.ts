import { pad } from "../../model/calendar.ts";

/** Local wall-clock time of an instant: `2024-05-06 09:07`. */
export function stampText(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
  return `${day} ${pad(date.getHours(), 2)}:${pad(date.getMinutes(), 2)}`;
}

/** How long ago, in the largest whole unit that fits; the words are `ui.ago.<unit>`. */
export interface Ago {
  readonly unit: "now" | "seconds" | "minutes" | "hours" | "days";
  readonly n: number;
}

/** A clock that was set back counts as now. */
export function ago(at: number, now: number): Ago {
  const seconds = Math.floor((now - at) / 1000);
  if (seconds < 5) return { unit: "now", n: 0 };
  if (seconds < 60) return { unit: "seconds", n: seconds };
  if (seconds < 3600) return { unit: "minutes", n: Math.floor(seconds / 60) };
  if (seconds < 86400) return { unit: "hours", n: Math.floor(seconds / 3600) };
  return { unit: "days", n: Math.floor(seconds / 86400) };
}

/** The local day of an instant as an ISO text. */
export function localDay(at: number): string {
  return stampText(at).slice(0, 10);
}
