import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AlertTabs } from '@/app/shell/page-tabs';
import {
  type AlertChannel,
  type AlertRule,
  channelsOptions,
  rulesOptions,
  useDeleteChannel,
  useDeleteRule,
  useTestChannel,
} from '@/features/alert/api/set-up';
import { ChannelDialog } from '@/features/alert/components/channel-dialog';
import { ChannelHistory } from '@/features/alert/components/channel-history';
import { ChannelTable } from '@/features/alert/components/channel-table';
import { RuleDialog } from '@/features/alert/components/rule-dialog';
import { RuleTable } from '@/features/alert/components/rule-table';
import { warm } from '@/shared/api/warm';
import { useIsAllowed } from '@/shared/session/use-session';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { Page } from '@/shared/ui/page';
import { Panel } from '@/shared/ui/panel';
import { toasts } from '@/shared/ui/toasts';

export const Route = createFileRoute('/_app/alert-rules')({
  loader: ({ context: { queryClient }, cause }) =>
    warm(cause, () => [
      queryClient.prefetchQuery(rulesOptions()),
      queryClient.prefetchQuery(channelsOptions()),
    ]),
  component: AlertRulesPage,
});

type Open =
  | { what: 'rule'; rule?: AlertRule }
  | { what: 'channel'; channel?: AlertChannel }
  | { what: 'history' | 'delete-channel'; channel: AlertChannel }
  | { what: 'delete-rule'; rule: AlertRule };

/** Who is told of what, and how. Operators read it, admins change it. */
function AlertRulesPage() {
  const { data: rules } = useQuery(rulesOptions());
  const { data: channels } = useQuery(channelsOptions());
  const isAdmin = useIsAllowed('admin');
  const [open, setOpen] = useState<Open>();
  const removeChannel = useDeleteChannel();
  const removeRule = useDeleteRule();
  const test = useTestChannel();
  const close = () => setOpen(undefined);

  function sendTest({ id, name }: AlertChannel) {
    test.run(id, {
      onSuccess: ({ state, detail }) =>
        state === 'sent'
          ? toasts.show({ tone: 'good', title: `${name} took the test message` })
          : toasts.show({
              tone: 'bad',
              title: `${name} did not take the test message`,
              detail: detail ?? undefined,
            }),
    });
  }

  const removing =
    open?.what === 'delete-channel' ? open.channel.name : open?.what === 'delete-rule' ? open.rule.name : '';

  return (
    <Page title="Rules and channels" width="text" below={<AlertTabs />}>
      <Panel
        title="Rules"
        isFlush
        actions={
          isAdmin && (
            <Button size="sm" onClick={() => setOpen({ what: 'rule' })}>
              <Plus aria-hidden />
              New rule
            </Button>
          )
        }
      >
        {rules?.items.length === 0 ? (
          <p className="px-4 py-3 text-muted">
            Nobody is told of anything. A rule says who is told of what; it needs a channel.
          </p>
        ) : (
          <RuleTable
            rules={rules?.items}
            kinds={rules?.kinds ?? []}
            channels={channels ?? []}
            isAdmin={isAdmin}
            onEdit={(rule) => setOpen({ what: 'rule', rule })}
            onDelete={(rule) => setOpen({ what: 'delete-rule', rule })}
          />
        )}
      </Panel>
      <Panel
        title="Channels"
        isFlush
        actions={
          isAdmin && (
            <Button size="sm" onClick={() => setOpen({ what: 'channel' })}>
              <Plus aria-hidden />
              New channel
            </Button>
          )
        }
      >
        {channels?.length === 0 ? (
          <p className="px-4 py-3 text-muted">
            No channel yet. E-mail needs an SMTP server too: the settings mail.host and those beside it.
          </p>
        ) : (
          <ChannelTable
            channels={channels}
            isAdmin={isAdmin}
            onTest={sendTest}
            onEdit={(channel) => setOpen({ what: 'channel', channel })}
            onHistory={(channel) => setOpen({ what: 'history', channel })}
            onDelete={(channel) => setOpen({ what: 'delete-channel', channel })}
          />
        )}
      </Panel>
      <ChannelDialog
        isOpen={open?.what === 'channel'}
        channel={open?.what === 'channel' ? open.channel : undefined}
        onClose={close}
      />
      <RuleDialog
        isOpen={open?.what === 'rule'}
        rule={open?.what === 'rule' ? open.rule : undefined}
        kinds={rules?.kinds ?? []}
        channels={channels ?? []}
        onClose={close}
      />
      <Dialog
        title={open?.what === 'history' ? `Messages to ${open.channel.name}` : 'Messages'}
        isOpen={open?.what === 'history'}
        onClose={close}
        className="w-[min(42rem,calc(100vw-2rem))]"
      >
        {open?.what === 'history' && <ChannelHistory id={open.channel.id} />}
        <DialogActions>
          <Button onClick={close}>Close</Button>
        </DialogActions>
      </Dialog>
      <Dialog
        title={`Delete ${removing}?`}
        isOpen={open?.what === 'delete-channel' || open?.what === 'delete-rule'}
        onClose={close}
      >
        <p className="text-muted">
          {open?.what === 'delete-channel'
            ? 'Its messages are removed too, and rules do not name it any more.'
            : 'Nobody is told by it any more. Messages that wait are sent.'}
        </p>
        <DialogActions>
          <Button onClick={close}>Keep</Button>
          <Button
            variant="danger"
            isPending={removeChannel.isPending || removeRule.isPending}
            onClick={() => {
              if (open?.what === 'delete-channel') removeChannel.run(open.channel.id, { onSuccess: close });
              if (open?.what === 'delete-rule') removeRule.run(open.rule.id, { onSuccess: close });
            }}
          >
            Delete
          </Button>
        </DialogActions>
      </Dialog>
    </Page>
  );
}
