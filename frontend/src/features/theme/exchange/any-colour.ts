import { hexOf } from '../model';

/** Any colour that the browser knows, such as `oklch(…)`, as six digits; undefined if it is none, or see-through. */
export function anyColour(text: string): string | undefined {
  const hex = hexOf(text);
  if (hex && text.trim().startsWith('#')) return hex;
  if (!CSS.supports('color', text) || /^(inherit|initial|unset|currentcolor|transparent)$/i.test(text))
    return undefined;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return undefined;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 255) return undefined;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
