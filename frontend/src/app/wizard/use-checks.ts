import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkTenant, fieldsCheckOptions, sourceCheckOptions } from '@/features/tenant/api/check-tenant';
import { toProblem } from '@/shared/api/problem';
import { useDebounced } from '@/shared/use-debounced';
import { type Field, type Problems, portsOf, problemsOf, sourceOf, type WizardValues } from './wizard-values';

/** The pause in typing after which the manager is asked. */
const pauseMs = 400;

/** What the manager says about the input: names and ports while they are typed, the source when it is asked for. */
export function useChecks(values: WizardValues) {
  const queryClient = useQueryClient();
  const own = problemsOf(values);
  const wanted = {
    slug: own.slug ? undefined : values.slug.trim(),
    domain: own.domain ? undefined : values.domain.trim(),
    ports: own.ports ? undefined : portsOf(values),
  };
  const asked = useDebounced(wanted, pauseMs);
  const fields = useQuery(fieldsCheckOptions(asked));
  const isCurrent = JSON.stringify(asked) === JSON.stringify(wanted) && !fields.isPlaceholderData;

  const [lookedAt, lookAt] = useState<string>();
  const source = sourceOf(values);
  const isAsked = values.sourceKind === 'core' || (source && lookedAt === JSON.stringify(source));
  const look = useQuery(
    sourceCheckOptions(isAsked ? (values.sourceKind === 'core' ? 'core' : source) : undefined),
  );

  const refused: Problems = {};
  const warnings: Problems = {};
  const answers = isCurrent ? fields.data : undefined;
  for (const field of ['slug', 'domain', 'ports'] as const) {
    if (wanted[field] === undefined) continue;
    if (answers?.[field]?.reason) refused[field] = sentence(answers[field].reason);
    if (answers?.[field]?.warning) warnings[field] = sentence(answers[field].warning);
  }
  if (look.data && !look.data.ok && values.sourceKind !== 'core')
    refused[sourceField(look.data.field)] = sentence(look.data.reason ?? 'cannot be used');

  return {
    refused,
    warnings,
    /** Free names are said to be free, once the manager has said so. */
    isFree: (field: 'slug' | 'domain') => answers?.[field]?.ok === true,
    source: look.data,
    isLooking: look.isFetching,
    lookError: look.error ? toProblem(look.error) : undefined,
    look() {
      if (source) lookAt(JSON.stringify(source));
    },
    /** Asks once more, for all that is about to be sent. An answer that does not come is no refusal. */
    async confirm(): Promise<Problems> {
      const answer = await checkTenant({
        slug: values.slug.trim(),
        domain: values.domain.trim(),
        ports: portsOf(values),
      }).catch(() => undefined);
      const found: Problems = {};
      for (const field of ['slug', 'domain', 'ports'] as const) {
        const check = answer?.[field];
        if (check && !check.ok) found[field] = sentence(check.reason ?? 'is not accepted');
      }
      if (answer) queryClient.setQueryData(fieldsCheckOptions(wanted).queryKey, answer);
      return found;
    },
  };
}

function sourceField(field: string | null | undefined): Field {
  return field === 'ref' || field === 'credential' ? `source.${field}` : 'source.location';
}

/** A reason continues a sentence that begins with the name of its field; here it stands alone. */
function sentence(reason: string): string {
  const text = /^(must|is|has|can|cannot|ends|needs|does)\b/.test(reason)
    ? reason[0]?.toUpperCase() + reason.slice(1)
    : reason;
  return text.endsWith('.') ? text : `${text}.`;
}
