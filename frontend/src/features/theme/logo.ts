/** The types of picture that a logo may have. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/svg+xml'];

const longestBytes = 512 * 1024;

/** Why a file cannot be a logo, before it is sent; undefined if the manager is to judge. */
export function logoProblem({ type, size, name }: Pick<File, 'type' | 'size' | 'name'>): string | undefined {
  if (!logoTypes.includes(type)) return `${name} is not a PNG, JPEG or SVG.`;
  if (size > longestBytes) return `${name} has ${Math.ceil(size / 1024)} KiB; at most 512 KiB are possible.`;
  if (size === 0) return `${name} is empty.`;
  return undefined;
}
