/** The page of a list in an address, from 1; undefined for the first one, and for what is no page. */
export function toPage(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}
