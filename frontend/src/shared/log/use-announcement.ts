import { useEffect, useRef, useState } from 'react';

/**
 * The screen-reader announcement of a stream: a summary, at most every five seconds. A live region over the lines
 * themselves would announce every one of them.
 */
export function useAnnouncement(lineCount: number, errorCount: number): string {
  const [text, setText] = useState('');
  const latest = useRef({ lineCount, errorCount });
  latest.current = { lineCount, errorCount };

  useEffect(() => {
    let told = { ...latest.current };
    const timer = setInterval(() => {
      const now = latest.current;
      const lines = now.lineCount - told.lineCount;
      const errors = now.errorCount - told.errorCount;
      if (lines <= 0) return;
      told = { ...now };
      setText(`${lines} new ${lines === 1 ? 'line' : 'lines'}${errors > 0 ? `, ${errors} with errors` : ''}`);
    }, 5000);
    return () => clearInterval(timer);
  }, []);

  return text;
}
