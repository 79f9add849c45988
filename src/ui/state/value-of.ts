/** What a form control holds after its event; empty for anything else. */
export function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : "";
}
