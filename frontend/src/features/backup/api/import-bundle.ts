import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keys } from '@/shared/api/keys';
import { type ProblemError, toProblem } from '@/shared/api/problem';
import { upload } from '@/shared/api/upload';

export type ImportState =
  | { kind: 'idle' }
  | { kind: 'sending'; name: string; bytes: number; share: number }
  | { kind: 'refused'; problem: ProblemError }
  | { kind: 'done'; backupId: string };

/** Sends one bundle at a time, and tells how far it is. */
export function useImport() {
  const queryClient = useQueryClient();
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const under = useRef<AbortController>(undefined);

  async function send(file: File) {
    if (under.current) return;
    const controller = new AbortController();
    under.current = controller;
    const sending = { kind: 'sending', name: file.name, bytes: file.size } as const;
    setState({ ...sending, share: 0 });
    try {
      const { backupId } = await upload<{ backupId: string }>('/api/backups/import', {
        file,
        type: 'application/x-tar',
        onProgress: (share) => setState({ ...sending, share }),
        signal: controller.signal,
      });
      setState({ kind: 'done', backupId });
      void queryClient.invalidateQueries({ queryKey: [keys.backups] });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'refused', problem: toProblem(error) });
    } finally {
      under.current = undefined;
    }
  }

  return { state, send, cancel: () => under.current?.abort() };
}
