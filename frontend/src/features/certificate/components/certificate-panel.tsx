import type { ReactNode } from 'react';
import { formatDay } from '@/shared/format/time';
import { Badge } from '@/shared/ui/badge';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { useNow } from '@/shared/ui/use-now';
import type { TenantCertificate } from '../api/certificates';
import { daysLeft, origins, states } from '../model';

type Detail = NonNullable<TenantCertificate['certificate']>;

/** The certificate that visitors get, and who renews it when. */
export function CertificatePanel({
  certificate,
  actions,
}: {
  certificate: TenantCertificate;
  actions?: ReactNode;
}) {
  const { certificate: served, fallback, state, mode, authority, servedSerial, servedAt } = certificate;
  return (
    <Panel title="Certificate" actions={actions}>
      <Facts>
        <Fact term="State">
          <Badge tone={states[state].tone}>{states[state].label}</Badge>
        </Fact>
        {served && <Served detail={served} mode={mode} />}
        <Fact term="Issued by">{authority === 'internal' ? 'the internal authority' : authority}</Fact>
        {servedSerial && servedAt && (
          <Fact term="Seen">
            {servedSerial === served?.serial ? 'served to visitors' : 'another certificate is served'},{' '}
            <TimeAgo at={servedAt} />
          </Fact>
        )}
        {fallback && (
          <Fact term="Other names">
            {fallback.issuer} for <Names names={fallback.names} />, until {formatDay(fallback.notAfter)}
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function Served({ detail, mode }: { detail: Detail; mode: TenantCertificate['mode'] }) {
  const now = useNow(60_000);
  return (
    <>
      <Fact term="Issuer">
        {detail.issuer} <span className="text-muted">({origins[detail.origin]})</span>
      </Fact>
      <Fact term="Names">
        <Names names={detail.names} />
      </Fact>
      <Fact term="Ends">
        <span className="tabular-nums">
          {formatDay(detail.notAfter)}, {daysLeft(detail.notAfter, now)}
          {Date.parse(detail.notAfter) > now && ' left'}
        </span>
      </Fact>
      <Fact term="Renewal">
        {mode === 'own' || !detail.renewAt
          ? 'Upload the next one before it ends'
          : `by itself, from ${formatDay(detail.renewAt)} on`}
      </Fact>
      <Fact term="Serial">
        <span className="font-mono text-xs break-all">{detail.serial}</span>
      </Fact>
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return <span className="break-words">{names.join(', ')}</span>;
}
