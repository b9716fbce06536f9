import { Play, RotateCw, Square } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { useControlTenant } from '../api/control-tenant';
import type { ControlVerb } from '../model';

type ControlButtonsProps = {
  tenant: string;
  name: string;
  status: string;
  onAccepted(deployment: string): void;
};

/** Start, restart and stop. Stop asks for confirmation, because visitors notice it. */
export function ControlButtons({ tenant, name, status, onAccepted }: ControlButtonsProps) {
  const control = useControlTenant(tenant);
  const [isAsking, setIsAsking] = useState(false);
  const order = (verb: ControlVerb) => control.mutate(verb, { onSuccess: onAccepted });
  const pending = control.isPending ? control.variables : undefined;

  if (status === 'stopped' || pending === 'start')
    return (
      <Button isPending={pending === 'start'} onClick={() => order('start')}>
        <Play aria-hidden />
        Start
      </Button>
    );
  if (status !== 'active') return null;
  return (
    <>
      <Button
        isPending={pending === 'restart'}
        disabled={pending === 'stop'}
        onClick={() => order('restart')}
      >
        {pending !== 'restart' && <RotateCw aria-hidden />}
        Restart
      </Button>
      <Button
        isPending={pending === 'stop'}
        disabled={pending === 'restart'}
        onClick={() => setIsAsking(true)}
      >
        {pending !== 'stop' && <Square aria-hidden />}
        Stop
      </Button>
      <Dialog title={`Stop ${name}?`} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p className="text-muted">
          Visitors see a maintenance page until the tenant is started again. Nothing is deleted.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setIsAsking(false)}>Keep running</Button>
          <Button
            variant="danger"
            onClick={() => {
              setIsAsking(false);
              order('stop');
            }}
          >
            Stop
          </Button>
        </div>
      </Dialog>
    </>
  );
}
