import { useState } from 'react';
import { LogBuffer } from '@/shared/log/log-buffer';
import { LogViewer } from '@/shared/log/log-viewer';
import { type ServiceLine, serviceLine } from '../model';

/** Warnings and errors that services printed. Give it a key of when they were read. */
export function ErrorLines({ lines }: { lines: readonly ServiceLine[] }) {
  const [buffer] = useState(() => {
    const made = new LogBuffer();
    made.accept(lines.map((line, index) => serviceLine(line, index + 1, true)));
    return made;
  });
  return (
    <LogViewer
      buffer={buffer}
      label="Warnings and errors of services"
      state={null}
      isStreaming={false}
      empty="No warnings and no errors since the services were started"
      className="h-[max(20rem,calc(60dvh-8rem))]"
    />
  );
}
