/** `12 per s`, `1.4 per s`; below one a second, by the minute: `20 per min`. */
export function rateText(perSecond: number): string {
  if (perSecond >= 10) return `${Math.round(perSecond).toLocaleString('en')} per s`;
  if (perSecond >= 1) return `${perSecond.toFixed(1)} per s`;
  const perMinute = perSecond * 60;
  return `${perMinute >= 10 || perMinute === 0 ? Math.round(perMinute) : perMinute.toFixed(1)} per min`;
}

/** A share of errors, shown even if it is small: `0 %`, `under 0.01 %`, `0.25 %`, `12 %`. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.01) return 'under 0.01 %';
  return `${percent >= 10 ? Math.round(percent) : Number(percent.toFixed(2))} %`;
}
