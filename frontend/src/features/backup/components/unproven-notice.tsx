import { Notice } from '@/shared/ui/notice';
import type { Backup } from '../model';

/** What is to be known of a backup that was not proven, before it is restored. */
export function UnprovenNotice({ proof }: Pick<Backup, 'proof'>) {
  if (proof?.verdict === 'proven') return null;
  return (
    <Notice
      tone="warn"
      title={
        proof?.verdict === 'failed' ? 'The last proof of this backup failed' : 'This backup is not proven'
      }
    >
      {proof?.reason ?? 'It is checked before anything is replaced; a faulty one changes nothing.'}
    </Notice>
  );
}
