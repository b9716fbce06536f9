import { createContext, use } from 'react';

/**
 * The element into which floating content is put: the open dialog, because only its content is above the page. Null
 * outside of dialogs, where the body is used.
 */
export const LayerContext = createContext<HTMLElement | null>(null);

export function useLayer(): HTMLElement | undefined {
  return use(LayerContext) ?? undefined;
}
