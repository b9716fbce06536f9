import { Link } from '@tanstack/react-router';

/** Labels, each a link to the tenants that have it. */
export function TenantLabels({ labels }: { labels: readonly string[] }) {
  return (
    <span className="relative z-10 inline-flex max-w-full gap-1 overflow-hidden">
      {labels.map((label) => (
        <Link
          key={label}
          to="/tenants"
          search={{ label }}
          title={`Tenants with ${label}`}
          className="shrink-0 rounded-sm bg-sunken px-1.5 text-xs/5 text-muted hover:text-ink hover:underline"
        >
          {label}
        </Link>
      ))}
    </span>
  );
}
