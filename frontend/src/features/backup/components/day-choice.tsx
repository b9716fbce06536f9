const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const all = [1, 2, 3, 4, 5, 6, 7];

type DayChoiceProps = { days: readonly number[] | null; onChoose(days: number[] | null): void };

/** Days of the week, Monday first; all of them are "every day". */
export function DayChoice({ days, onChoose }: DayChoiceProps) {
  const chosen = days ?? all;
  function toggle(day: number) {
    const next = chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].sort();
    onChoose(next.length === all.length ? null : next);
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">Days</legend>
      <div className="flex flex-wrap gap-1.5">
        {all.map((day) => (
          <label
            key={day}
            className="inline-flex h-8 items-center rounded-md border border-line px-2.5 text-sm hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              checked={chosen.includes(day)}
              onChange={() => toggle(day)}
              className="sr-only"
            />
            {names[day - 1]}
          </label>
        ))}
      </div>
      {days?.length === 0 && <p className="text-sm text-bad">Choose at least one day.</p>}
    </fieldset>
  );
}
