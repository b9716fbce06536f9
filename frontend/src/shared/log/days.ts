import { formatDay } from '../format/time';

/** Tells the local dates of times (ISO-8601, UTC) that come in order. Within one minute it is the same in every time zone. */
export function days(): (at: string) => string {
  let minute = '';
  let day = '';
  return (at) => {
    if (minute !== at.slice(0, 16)) {
      minute = at.slice(0, 16);
      day = formatDay(at);
    }
    return day;
  };
}
