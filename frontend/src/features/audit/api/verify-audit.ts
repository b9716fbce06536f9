import { api, unwrap } from '@/shared/api/client';
import type { components } from '@/shared/api/schema.gen';
import { useAction } from '@/shared/api/use-action';

export type AuditChain = components['schemas']['AuditChain'];

export const useVerifyAudit = () =>
  useAction<void, AuditChain>({ act: () => unwrap(api.GET('/api/audit/chain')), isToldInPlace: true });
