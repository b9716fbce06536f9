/** The address of a file with all entries that match. Filters without a value are left out. */
export function exportFile(path: `/api/${string}/export`, filter: object, format: 'ndjson' | 'csv') {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, String(value));
  return `${path}?${query}`;
}
