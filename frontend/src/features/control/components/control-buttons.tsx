import { Play, RotateCw, Square } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { useControlTenant } from '../api/control-tenant';
import type { ControlVerb } from '../model';
import { StopDialog } from './stop-dialog';

type ControlButtonsProps = {
  tenant: string;
  name: string;
  status: string;
  onAccepted(deployment: string): void;
};

/** Start, restart and stop. Stop asks for confirmation, because visitors notice it. */
export function ControlButtons({ tenant, name, status, onAccepted }: ControlButtonsProps) {
  const control = useControlTenant(tenant);
  const run = (verb: ControlVerb) => control.run(verb, { onSuccess: onAccepted });
  const [isAsking, setIsAsking] = useState(false);
  const pending = control.isPending ? control.variables : undefined;

  if (status === 'stopped' || pending === 'start')
    return (
      <Button isPending={pending === 'start'} onClick={() => run('start')}>
        {pending !== 'start' && <Play aria-hidden />}
        Start
      </Button>
    );
  if (status !== 'active') return null;
  return (
    <>
      <Button isPending={pending === 'restart'} disabled={pending === 'stop'} onClick={() => run('restart')}>
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
      <StopDialog
        name={name}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onStop={() => run('stop')}
      />
    </>
  );
}
