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
        title="This page does not exist"
        action={<ButtonLink to="/tenants">All tenants</ButtonLink>}
      />
    </>
  );
}
