/** The address of this page with a line, up to the name of the line. */
export function lineAddress(): string {
  const url = new URL(location.href);
  url.searchParams.delete('line');
  return `${url.pathname}${url.search}${url.search ? '&' : '?'}line=`;
}
