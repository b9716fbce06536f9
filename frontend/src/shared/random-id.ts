/** 128 random bits in hex. `crypto.randomUUID` would not do: it is missing on plain HTTP, where many managers live. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
