import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './button';

/** `navigator.clipboard` exists on HTTPS and localhost only; plain HTTP uses the older method. */
async function copy(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Copies a text and confirms it, visually and to screen readers. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  return (
    <>
      <IconButton
        label={label}
        className="-my-1 size-7 text-muted hover:bg-sunken hover:text-ink [&_svg]:size-3.5"
        icon={isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
        onClick={() => void copy(text).then(() => setIsCopied(true))}
      />
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </>
  );
}
