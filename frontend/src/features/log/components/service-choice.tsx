import { SelectField } from '@/shared/ui/field';
import type { ServiceChoice as Choice } from '../api/service-logs';

type Props = {
  services: readonly { service: string; slot: string; live: boolean }[];
  choice: Choice;
  onChoice(choice: Choice): void;
};

/** Which services of which slot are shown. */
export function ServiceChoice({ services, choice, onChoice }: Props) {
  const names = sorted(
    services.map(({ service }) => service),
    choice.service,
  );
  const slots = sorted(
    services.map(({ slot }) => slot),
    choice.slot,
  );
  const live = services.find((service) => service.live)?.slot;
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 py-2 lg:px-6">
      <SelectField
        label="Service"
        options={[
          { value: '', label: 'All services' },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        value={choice.service ?? ''}
        onChange={(event) => onChoice({ ...choice, service: event.target.value || undefined })}
      />
      <SelectField
        label="Slot"
        options={[
          { value: '', label: live ? `Live slot (${live})` : 'Live slot' },
          ...slots.filter((slot) => slot !== live).map((slot) => ({ value: slot, label: `Slot ${slot}` })),
        ]}
        value={choice.slot ?? ''}
        onChange={(event) => onChoice({ ...choice, slot: toSlot(event.target.value) })}
      />
    </search>
  );
}

/** Each value once, and the chosen one: a link may lead to a service that is no longer there. */
function sorted(values: readonly string[], chosen: string | undefined): string[] {
  return [...new Set(chosen === undefined ? values : [...values, chosen])].sort();
}

/** The value of a parameter of the address, if it is a slot. */
export function toSlot(value: unknown): Choice['slot'] {
  return value === 'a' || value === 'b' ? value : undefined;
}
