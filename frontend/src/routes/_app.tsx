import { createFileRoute, Outlet } from '@tanstack/react-router';
import { AppFrame } from '@/app/app-frame';

/** All pages that need authentication. The shell is drawn at once; the user and the page's data load side by side. */
export const Route = createFileRoute('/_app')({ component: AppLayout });

function AppLayout() {
  return (
    <AppFrame>
      <Outlet />
    </AppFrame>
  );
}
