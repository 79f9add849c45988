/**
 * The password Excel encrypts with where a person asked for protection but gave
 * no password to open: a protected workbook structure, a file "read-only
 * recommended". Excel, WPS and LibreOffice try it without asking.
 */
export const defaultPassword = "VelvetSweatshop";

/** The default password as the newer schemes hash it: UTF-16, little end first. */
export function wideDefaultPassword(): Uint8Array {
  const bytes = new Uint8Array(defaultPassword.length * 2);
  for (let index = 0; index < defaultPassword.length; index++)
    bytes[index * 2] = defaultPassword.charCodeAt(index);
  return bytes;
}
