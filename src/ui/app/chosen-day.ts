/*
 * The day looked at lasts as long as the tab, so that a reload shows the same
 * figures; a new tab starts from the data again.
 */
const key = "dabiao.asOf";

/** Null when none was chosen in this tab, or the browser keeps nothing. */
export function loadChosenDay(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** False when the browser keeps nothing; the day then lasts until a reload. */
export function keepChosenDay(day: string | null): boolean {
  try {
    if (day === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, day);
    return true;
  } catch {
    return false;
  }
}
