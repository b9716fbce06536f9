/** A place that NGINX complains about. */
export type Place = { file: string; line: number };

/** The place in a refusal of the manager, whose field is `hosts.map:12`. */
export function placeOf(fields: readonly { field: string }[]): Place | undefined {
  for (const { field } of fields) {
    const [, file, line] = /^([A-Za-z0-9_.-]+):([0-9]+)$/.exec(field) ?? [];
    if (file && line) return { file, line: Number(line) };
  }
  return undefined;
}
