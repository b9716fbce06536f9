import { KeyRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from './button';
import { CopyButton } from './copy-button';

type SecretOnceProps = {
  title: string;
  /** The name of the secret, for the copy button. */
  name: string;
  secret: string;
  done: string;
  onDone(): void;
};

/**
 * A secret that the manager shows once. It stays until it is acknowledged. The focus goes to it, not to its button: a second
 * Enter must not acknowledge what was not read.
 */
export function SecretOnce({ title, name, secret, done, onDone }: SecretOnceProps) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={title}
      className="outline-none grid gap-4 rounded-lg border border-warn/50 bg-warn-soft p-4"
    >
      <div className="flex items-start gap-2.5 text-warn">
        <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="grid gap-1">
          <p className="font-semibold">{title}</p>
          <p className="text-ink">Shown only now. Store it before you continue.</p>
        </div>
      </div>
      <div className="flex items-center justify-between gap-2 rounded-md border border-line bg-surface py-1.5 pr-2 pl-3">
        <code className="min-w-0 font-mono break-all select-all">{secret}</code>
        <CopyButton text={secret} label={`Copy the ${name}`} />
      </div>
      <Button variant="primary" className="justify-self-end" onClick={onDone}>
        {done}
      </Button>
    </section>
  );
}
