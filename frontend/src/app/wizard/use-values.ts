import { useEffect, useRef, useState } from 'react';
import { draftOf } from '@/shared/draft';
import { useSession } from '@/shared/session/use-session';
import { blankValues, type Draft, fromDraft, toDraft, type WizardValues } from './wizard-values';

const draft = draftOf<Draft>('new-tenant');

/**
 * The input of the wizard, kept on this device until the tenant is created or it is dropped. After a cold load the user comes
 * later than the page, and the draft with the user.
 */
export function useValues() {
  const [values, setValues] = useState(blankValues);
  const [restored, setRestored] = useState<'no' | 'whole' | 'without secrets'>('no');
  const userId = useSession().user?.id;
  const isTouched = useRef(false);

  useEffect(() => {
    if (userId === undefined || isTouched.current) return;
    const kept = draft.read();
    if (!kept) return;
    setValues(fromDraft(kept));
    setRestored(kept.hadSecrets ? 'without secrets' : 'whole');
  }, [userId]);

  function change(next: WizardValues) {
    isTouched.current = true;
    setValues(next);
    draft.write(toDraft(next));
  }

  function drop() {
    isTouched.current = true;
    draft.drop();
    setValues(blankValues());
    setRestored('no');
  }

  return { values, change, drop, restored };
}
