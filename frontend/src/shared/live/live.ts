import { api, unwrap } from '../api/client';
import { ProblemError } from '../api/problem';
import { connection } from './connection';
import { LiveEvents } from './live-events';

/** What the pages show. A page about anything else adds its topic here. */
const topics = [
  'tenants',
  'runs',
  'services',
  'health',
  'traffic',
  'configs',
  'themes',
  'ports',
  'settings',
  'audit',
  'metrics',
  'webhooks',
  'backups',
];

/** This tab's stream of events. Its state is the connection that people see. */
export const live = new LiveEvents({
  open: (afterSeq) =>
    new EventSource(
      `/api/events?topics=${topics.join(',')}${afterSeq === undefined ? '' : `&afterSeq=${afterSeq}`}`,
    ),
  async renew() {
    try {
      await unwrap(api.GET('/api/auth/me'));
      return true;
    } catch (error) {
      if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) return false;
      throw error;
    }
  },
});

connection.onReturn(live.retryNow);
