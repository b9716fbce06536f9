import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Skeleton } from '@/shared/feedback/skeleton';
import { Pagination } from '@/shared/ui/pagination';
import { ProblemNotice } from '@/shared/ui/problem-notice';
import { channelDeliveriesOptions } from '../api/set-up';
import { DeliveryList } from './delivery-list';

/** The messages to a channel, the newest first. */
export function ChannelHistory({ id }: { id: string }) {
  const [page, setPage] = useState(0);
  const { data, error } = useQuery({ ...channelDeliveriesOptions(id, page), throwOnError: false });
  if (!data)
    return error ? <ProblemNotice error={error} /> : <Skeleton label="Loading the messages" rows={3} />;
  if (data.total === 0) return <p className="text-muted">Nothing was sent yet.</p>;
  return (
    <>
      <DeliveryList
        deliveries={data.items}
        titleOf={({ alertTitle, phase }) => alertTitle ?? (phase === 'test' ? 'Test message' : 'An alert')}
      />
      <Pagination page={data.page} size={data.size} total={data.total} onPage={setPage} />
    </>
  );
}
