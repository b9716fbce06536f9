/**
 * A duration in readable form: `840 ms`, `4.2 s`, `1 min 05 s`, `2 h 07 min`.
 *
 * @param ms milliseconds; negative (clocks differ) counts as 0
 */
export function formatDuration(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < 1000) return `${whole} ms`;
  if (whole < 59_950) return `${(whole / 1000).toFixed(1)} s`;
  const seconds = Math.round(whole / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** An elapsed time in whole seconds: `3 s`, `1 min 05 s`. */
export function formatElapsed(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
