/**
 * Starts loading what a page shows, in parallel with its code, and waits for nothing: the page is drawn at once, and a
 * keystroke never waits for data. A hovered link loads no data.
 */
export function warm(cause: string, load: () => readonly Promise<unknown>[]) {
  if (cause !== 'preload') load();
}
