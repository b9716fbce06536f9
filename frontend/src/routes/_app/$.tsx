import { createFileRoute } from '@tanstack/react-router';
import { NotFoundPage } from '@/app/not-found-page';

/** Every unknown address, inside the shell. */
export const Route = createFileRoute('/_app/$')({ component: NotFoundPage });
