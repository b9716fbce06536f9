import { Compass } from 'lucide-react';
import { Silence } from '@/shared/feedback/silence';
import { ButtonLink } from '@/shared/ui/button';
import { PageHeader } from '@/shared/ui/page';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Page not found" />
      <Silence
        Icon={Compass}
        title="There is no page at this address"
        action={<ButtonLink to="/tenants">All tenants</ButtonLink>}
      />
    </>
  );
}
