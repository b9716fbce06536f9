/** Why a text cannot be imported, and where. */
export class Unreadable extends Error {
  constructor(
    message: string,
    /** From 1; undefined if it concerns the text as a whole. */
    readonly line?: number,
  ) {
    super(line === undefined ? message : `Line ${line}: ${message}`);
  }
}

export const lineAt = (text: string, index: number) => text.slice(0, Math.max(0, index)).split('\n').length;
