/** Quoted and escaped characters, and what stands in brackets. */
const noise = /"[^"]*(?:"|$)|[\\!_*][^]?|\[[^\]]*\]/g;
/** Elapsed time, and the system's own date or time, which brackets hold too. */
const shown = /^\[(?:h+|m+|s+|\$.*-f[48]00)\]$/is;
const notDates = /general|G\/通用格式|am\/pm|a\/p|e[+-]/gi;

/**
 * True for a number format code that shows positive numbers as dates or times:
 * a part of what `describeFormat` tells, for those that need no more.
 * Conditions are passed over: the first section decides.
 */
export function isDateFormat(code: string): boolean {
  const [first = ""] = code
    .replace(noise, (text) => (shown.test(text) ? "\0" : "\x01"))
    .split(";");
  return /[ymdhsaegb\0]/i.test(first.replace(notDates, "\x01"));
}
