import { nameOf } from '../model';

/** The shades 50 to 950 of a colour. */
export function ScaleRow({ name, scale }: { name: string; scale: Record<string, string> }) {
  const stops = Object.entries(scale).sort(([a], [b]) => Number(a) - Number(b));
  return (
    <div className="grid gap-0.5">
      <p className="flex justify-between text-xs text-muted">
        <span>{nameOf(name)}</span>
        <span aria-hidden>
          {stops[0]?.[0]} to {stops.at(-1)?.[0]}
        </span>
      </p>
      <ol aria-label={`Shades of ${name}`} className="flex overflow-hidden rounded-md border border-line">
        {stops.map(([stop, colour]) => (
          <li
            key={stop}
            title={`${name}-${stop} ${colour}`}
            className="h-6 min-w-0 flex-1 forced-color-adjust-none"
            style={{ background: colour }}
          >
            <span className="sr-only">
              {stop}: {colour}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
