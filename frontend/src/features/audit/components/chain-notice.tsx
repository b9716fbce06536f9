import { Notice } from '@/shared/ui/notice';
import type { AuditChain } from '../api/verify-audit';

/** The result of a verification. */
export function ChainNotice({ chain }: { chain: AuditChain }) {
  if (chain.intact)
    return (
      <Notice tone="good" title={`All ${chain.entries} entries are as they were written`}>
        <p>
          Newest hash <span className="font-mono text-xs break-all">{chain.head}</span>
        </p>
      </Notice>
    );
  const others = chain.faultCount - chain.faults.length;
  return (
    <Notice tone="bad" title="The audit log was changed past the manager">
      <ul className="grid gap-1">
        {chain.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
        {others > 0 && <li>And {others} more</li>}
      </ul>
    </Notice>
  );
}
