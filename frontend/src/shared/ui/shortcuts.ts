import { storedChoice } from './stored-choice';

/** Whether single-key shortcuts act. They can be switched off for users of speech input (WCAG 2.1.4). */
export const shortcuts = storedChoice('tenantmgr.shortcuts', ['on', 'off'], 'on');

/** Whether a key press belongs to a text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
