import { toProblem } from '@/shared/api/problem';
import { toasts } from '@/shared/ui/toasts';

/** Tells a problem as a toast: for actions without a place of their own on the page. */
export function toastProblem(error: unknown) {
  const { title, detail, instance } = toProblem(error);
  toasts.show({ tone: 'bad', title, detail, reference: instance });
}
