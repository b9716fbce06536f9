import { Link } from '@tanstack/react-router';
import { formatDay } from '@/shared/format/time';
import { QuietBadge } from '@/shared/ui/badge';
import { type Column, DataTable } from '@/shared/ui/data-table';
import { useNow } from '@/shared/ui/use-now';
import type { CertificateItem } from '../api/certificates';
import { daysLeft, namesInShort, origins, states } from '../model';

type CertificateTableProps = {
  certificates: readonly CertificateItem[] | undefined;
  isStale: boolean;
  sort: string;
  onSort(sort: string): void;
};

/** The certificates of all sites, those that end first on top. */
export function CertificateTable({ certificates, isStale, sort, onSort }: CertificateTableProps) {
  return (
    <DataTable
      label="Certificates"
      items={certificates}
      isStale={isStale}
      keyOf={({ tenantId }) => tenantId}
      columns={columns}
      sort={sort}
      onSort={onSort}
    />
  );
}

function Left({ notAfter }: { notAfter: string }) {
  const now = useNow(60_000);
  return <span className="whitespace-nowrap tabular-nums">{daysLeft(notAfter, now)}</span>;
}

const columns: readonly Column<CertificateItem>[] = [
  {
    id: 'tenant',
    label: 'Tenant',
    sort: 'slug',
    width: 'w-48',
    isTitle: true,
    cell: ({ slug, name }) => (
      <Link
        to="/tenants/$tenant/certificate"
        params={{ tenant: slug }}
        className="block truncate font-medium text-accent hover:underline"
      >
        {name}
      </Link>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 'w-40',
    cell: ({ state }) => <QuietBadge tone={states[state].tone}>{states[state].label}</QuietBadge>,
  },
  {
    id: 'left',
    label: 'Left',
    sort: 'notAfter',
    width: 'w-32',
    cell: ({ notAfter }) => <Left notAfter={notAfter} />,
  },
  {
    id: 'ends',
    label: 'Ends',
    width: 'w-36',
    isExtra: true,
    cell: ({ notAfter }) => <span className="text-muted tabular-nums">{formatDay(notAfter)}</span>,
  },
  {
    id: 'names',
    label: 'Names',
    cell: ({ names }) => (
      <span className="block truncate" title={names.join(', ')}>
        {namesInShort(names)}
      </span>
    ),
  },
  {
    id: 'issuer',
    label: 'Issuer',
    sort: 'issuer',
    width: 'w-64',
    isExtra: true,
    cell: ({ issuer, origin }) => (
      <span className="block truncate text-muted" title={`${issuer} (${origins[origin]})`}>
        {issuer}
      </span>
    ),
  },
];
