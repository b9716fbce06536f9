import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { getMe } from '@/features/auth/api/get-me';
import { toProblem } from '@/shared/api/problem';
import { connection } from '@/shared/live/connection';
import { session } from '@/shared/session/session';
import { useSession } from '@/shared/session/use-session';

const againMs = 3000;

/**
 * Loads the user beside the data of the page, and leads to the sign-in page if there is no session. While the manager is
 * away it asks again.
 */
export function useSignedIn() {
  const { user } = useSession();
  const router = useRouter();

  useEffect(() => {
    if (user) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask() {
      clearTimeout(timer);
      try {
        const me = await getMe();
        if (!isOver) session.signedIn(me);
      } catch (error) {
        if (isOver) return;
        if (toProblem(error).status === 401)
          void router.navigate({
            to: '/login',
            search: { next: router.state.location.href },
            replace: true,
          });
        else timer = setTimeout(() => void ask(), againMs);
      }
    }

    void ask();
    const unsubscribe = connection.onReturn(() => void ask());
    return () => {
      isOver = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [user, router]);

  return user;
}
