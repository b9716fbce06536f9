import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isAllowed, session } from '@/shared/session/session';
import { isTyping, shortcuts } from '@/shared/ui/shortcuts';
import { destinations } from './navigation';
import { palette } from './palette-store';

/** `g` and the letter that follows belong together within this time. */
const chordMs = 1500;

/**
 * Shortcuts of every page: Ctrl or Cmd with K opens the palette; `g` and a letter goes to a page; `/` searches. The single
 * keys can be switched off, and never act while a text is typed.
 */
export function useKeys() {
  const router = useRouter();

  useEffect(() => {
    let goSince = 0;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        palette.set(true);
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || shortcuts.get() === 'off' || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;

      const isChord = Date.now() - goSince < chordMs;
      goSince = 0;
      if (isChord) {
        const destination = destinations.find(({ letter }) => letter === event.key);
        const { user } = session.get();
        // Before it is known who asks, the page itself says what they may see.
        if (!destination || (user && !isAllowed(user.role, destination.role))) return;
        event.preventDefault();
        void router.navigate({ to: destination.to });
      } else if (event.key === 'g') {
        goSince = Date.now();
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (!search) return;
        event.preventDefault();
        search.focus();
        search.select();
      }
    }

    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [router]);
}
