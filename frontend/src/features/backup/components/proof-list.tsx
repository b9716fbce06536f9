import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { Loaded } from '@/shared/feedback/loaded';
import { formatDuration } from '@/shared/format/duration';
import { saveText } from '@/shared/save-text';
import { QuietBadge } from '@/shared/ui/badge';
import { IconButton } from '@/shared/ui/icon-button';
import { Panel } from '@/shared/ui/panel';
import { TimeAgo } from '@/shared/ui/time-ago';
import { proofsOptions } from '../api/proofs';
import { levels, type ProofItem, verdicts } from '../model';

/** Every trial of a backup: how far it went, what it found, and how long the restore took. */
export function ProofList({ backup }: { backup: string }) {
  const proofs = useQuery(proofsOptions(backup));
  return (
    <Panel title="Proofs" isFlush>
      <Loaded query={proofs} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="p-4 text-muted">
              Not tried yet. A proof restores the backup beside the tenant and compares it with its manifest.
            </p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((proof) => (
                <ProofRow key={proof.runId} proof={proof} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function ProofRow({ proof }: { proof: ProofItem }) {
  const { runId, verdict, level, at, restoreSeconds, reason, isSigned } = proof;
  return (
    <li className="flex items-start justify-between gap-3 px-4 py-2">
      <div className="grid min-w-0 gap-0.5">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <QuietBadge tone={verdicts[verdict].tone}>{verdicts[verdict].label}</QuietBadge>
          <Link to="/runs/$run" params={{ run: runId }} className="text-sm text-accent hover:underline">
            <TimeAgo at={at} />
          </Link>
        </div>
        <p className="text-sm text-muted">
          {levels[level]}
          {restoreSeconds !== null && `, restored in ${formatDuration(restoreSeconds * 1000)}`}
        </p>
        {reason && <p className="text-sm">{reason}</p>}
        {!isSigned && (
          <p className="text-sm text-bad">The evidence does not bear this installation’s signature.</p>
        )}
      </div>
      <IconButton
        label="Save the signed evidence"
        icon={<FileDown aria-hidden />}
        onClick={() => saveText(`proof-${runId}.json`, evidenceOf(proof))}
      />
    </li>
  );
}

/** The text that was signed, as it is, with what somebody needs to check it. */
function evidenceOf({ evidence, signature, signer }: ProofItem): string {
  return JSON.stringify({ evidence, signature, signer }, null, 2);
}
