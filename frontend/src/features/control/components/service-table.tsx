import { formatBytes } from '@/shared/format/bytes';
import { Badge } from '@/shared/ui/badge';
import { TimeAgo } from '@/shared/ui/time-ago';
import { inOrder, type Service, serviceStates } from '../model';

/** Services: one row per service and slot; on narrow screens each is a card. */
export function ServiceTable({ services }: { services: readonly Service[] }) {
  return (
    <table className="w-full max-sm:block">
      <caption className="sr-only">Services</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line text-left text-sm text-muted [&>th]:px-4 [&>th]:py-2 [&>th]:font-medium">
          <th scope="col">Service</th>
          <th scope="col">State</th>
          <th scope="col" className="text-right">
            Memory
          </th>
          <th scope="col" className="text-right">
            Restarts
          </th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {inOrder(services).map((service) => (
          <ServiceRow key={`${service.slot}-${service.service}`} service={service} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceRow({ service }: { service: Service }) {
  const { label, tone } = serviceStates[service.state];
  return (
    <tr className="border-b border-line last:border-0 max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:px-4 max-sm:py-3 sm:[&>*]:px-4 sm:[&>*]:py-2.5">
      <th scope="row" className="text-left font-normal">
        <span className="font-medium capitalize">{service.service}</span>
        <span className="block text-sm text-muted">
          Slot {service.slot}
          {service.live && ', live'}
          {service.port ? (
            <>
              , port <span className="font-mono text-xs">{service.port}</span>
            </>
          ) : (
            ', worker'
          )}
        </span>
      </th>
      <td className="max-sm:justify-self-end">
        <Badge tone={tone}>{label}</Badge>
      </td>
      <td className="font-mono text-sm sm:text-right">
        <CardLabel>Memory</CardLabel>
        {service.memoryBytes === null ? '–' : formatBytes(service.memoryBytes)}
      </td>
      <td className="font-mono text-sm max-sm:justify-self-end sm:text-right">
        <CardLabel>Restarts</CardLabel>
        {service.restarts}
      </td>
      <td className="text-sm text-muted max-sm:col-span-2">
        <CardLabel>Since</CardLabel>
        {service.since ? <TimeAgo at={service.since} /> : '–'}
      </td>
    </tr>
  );
}

/** The column's name, for cards without a table header. */
function CardLabel({ children }: { children: string }) {
  return (
    <span aria-hidden className="pr-2 font-sans text-sm text-muted sm:hidden">
      {children}
    </span>
  );
}
