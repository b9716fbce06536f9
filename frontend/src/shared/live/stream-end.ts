/**
 * The manager ends a stream with one of these events when its token expires or its session ends. The session may still
 * be renewed, so the client tries that before it tells the user. Before a stop it sends `shutdown`; the browser then
 * reconnects by itself after the `retry` time of that event.
 */
const renewable = ['token-expired', 'signed-out'];

/** Calls back when the stream ends in a way that a renewed session can continue. */
export function onSignedOut(events: EventSource, renew: () => void) {
  for (const type of renewable) events.addEventListener(type, renew);
}
