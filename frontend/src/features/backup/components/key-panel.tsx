import { formatAbsolute } from '@/shared/format/time';
import { Button } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { Notice } from '@/shared/ui/notice';
import { Fact, Facts, Panel } from '@/shared/ui/panel';
import { SecretOnce } from '@/shared/ui/secret-once';
import { useAcknowledgeKey, useRecoveryKey } from '../api/keys';
import type { Keys } from '../model';

/** The two keys that open backups: one offline, for the worst day, and the manager's own, for proofs. */
export function KeyPanel({ keys, mayShow }: { keys: Keys; mayShow: boolean }) {
  const shown = useRecoveryKey();
  const acknowledge = useAcknowledgeKey();
  const made = shown.result;
  return (
    <Panel title="Keys">
      {made ? (
        <SecretOnce
          title="Recovery key"
          name="recovery key"
          secret={made.secret}
          done="Stored, continue"
          onDone={() => acknowledge.run(undefined, { onSuccess: shown.reset })}
        />
      ) : (
        <div className="grid gap-4">
          {!keys.recovery.downloadedAt && (
            <Notice tone="warn" title="Nobody holds the recovery key yet">
              <p>
                Without it, only this manager can open backups. It is shown once; when you confirm that you
                have stored it, this manager forgets it. Print it, or keep it in a safe of another building.
              </p>
              {mayShow ? (
                <Button
                  size="sm"
                  variant="primary"
                  className="mt-2"
                  isPending={shown.isPending}
                  onClick={() => shown.run(undefined)}
                >
                  Show the recovery key
                </Button>
              ) : (
                <p>Ask an admin to store it.</p>
              )}
            </Notice>
          )}
          <Facts>
            <Fact term="Recovery">
              <Recipient text={keys.recovery.recipient} />
              <p className="text-sm text-muted">
                {keys.recovery.downloadedAt
                  ? `Stored by an admin on ${formatAbsolute(keys.recovery.downloadedAt)}`
                  : `Made on ${formatAbsolute(keys.recovery.createdAt)}, not confirmed as stored`}
              </p>
            </Fact>
            <Fact term="Signature">
              <Recipient text={keys.signer} />
              <p className="text-sm text-muted">
                Another manager that is to take over backups of this one adds it to its trusted signers.
              </p>
            </Fact>
            <Fact term="Proofs">
              <Recipient text={keys.verifier.recipient} />
              <p className="text-sm text-muted">Held by this manager, which opens backups to prove them.</p>
            </Fact>
          </Facts>
        </div>
      )}
    </Panel>
  );
}

function Recipient({ text }: { text: string }) {
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono text-sm break-all">{text}</code>
      <CopyButton text={text} label="Copy the public key" />
    </span>
  );
}
