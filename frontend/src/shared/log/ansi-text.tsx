import { parseAnsi } from './ansi';

/** Terminal text with colours, rendered as text nodes only. */
export function AnsiText({ raw }: { raw: string }) {
  return parseAnsi(raw).map((span, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
      key={index}
      className={span.className || undefined}
      style={span.color ? { color: span.color, background: span.background } : undefined}
    >
      {span.text}
    </span>
  ));
}
