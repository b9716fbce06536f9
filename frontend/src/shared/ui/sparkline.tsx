type SparklineProps = { label: string; values: readonly number[]; className?: string };

const width = 96;
const height = 24;

/** The course of a value, oldest first, as a line without axes. The label tells what the line shows, in words. */
export function Sparkline({ label, values, className }: SparklineProps) {
  if (values.length < 2) return null;
  const highest = Math.max(...values, 1);
  const points = values.map((value, index) => {
    const x = 1 + (index / (values.length - 1)) * (width - 2);
    return `${x.toFixed(1)},${(height - 2 - (value / highest) * (height - 4)).toFixed(1)}`;
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className ?? 'h-6 w-24'}>
      <polyline
        points={points.join(' ')}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
