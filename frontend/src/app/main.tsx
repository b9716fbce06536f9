import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '@/shared/ui/density';
import '@/shared/ui/scheme';
import '../styles/index.css';
import { createQueryClient } from './query-client';
import { createAppRouter } from './router';

// The sign-in page is drawn without it.
const Toaster = lazy(() =>
  import('@/shared/ui/toaster').then(({ Toaster: component }) => ({ default: component })),
);

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Suspense>
        <Toaster />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
