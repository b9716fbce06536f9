import { formatAbsolute } from '@/shared/format/time';
import { Notice } from '@/shared/ui/notice';
import type { TenantCertificate } from '../api/certificates';

/** What keeps the tenant from a better certificate: the last failure, or a setting. */
export function RenewalNotices({ certificate }: { certificate: TenantCertificate }) {
  const { lastFailure, authorityNote, mode, lastRenewal } = certificate;
  if (mode === 'own') return null;
  return (
    <>
      {lastFailure ? (
        <Notice tone="bad" title="No new certificate was issued">
          <p className="break-words">{lastFailure.detail}</p>
          <p>
            {lastFailure.attempts === 1 ? 'One attempt' : `${lastFailure.attempts} attempts in a row`}. The
            next one is at {formatAbsolute(lastFailure.nextAttemptAt)}. The site keeps the certificate it has.
          </p>
        </Notice>
      ) : (
        lastRenewal?.status === 'failed' && (
          <Notice tone="bad" title="The last renewal failed">
            {lastRenewal.detail && <p className="break-words">{lastRenewal.detail}</p>}
          </Notice>
        )
      )}
      {authorityNote && (
        <Notice tone="warn" title="Only the internal authority issues certificates">
          <p>{authorityNote}</p>
        </Notice>
      )}
    </>
  );
}
