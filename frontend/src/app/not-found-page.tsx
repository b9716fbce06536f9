import { Compass } from 'lucide-react';
import { Silence } from '@/shared/feedback/silence';
import { ButtonLink } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';

export function NotFoundPage() {
  return (
    <Page title="Page not found" width="text">
      <Silence
        Icon={Compass}
        title="This page does not exist"
        action={<ButtonLink to="/tenants">All tenants</ButtonLink>}
      />
    </Page>
  );
}
