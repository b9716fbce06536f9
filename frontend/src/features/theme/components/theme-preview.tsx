import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/shared/cn';
import { Panel } from '@/shared/ui/panel';
import { radiusLengths, type Scheme, schemes, type Theme, variableOf } from '../model';
import { Isolated } from './isolated';
import { PreviewSite } from './preview-site';
import { Segments } from './segments';

type Device = 'phone' | 'desktop';

/** Widths at which the page is laid out, in pixels; it is drawn smaller where there is less room. */
const widths: Record<Device, number> = { phone: 360, desktop: 960 };
const gapPx = 12;

const systemFont = 'ui-sans-serif, system-ui, sans-serif';
const font = (name: string | null | undefined) => (name ? `"${name}", ${systemFont}` : systemFont);

type PreviewTheme = Pick<Theme, 'tokens' | 'fonts' | 'radius'>;

function variablesOf(theme: PreviewTheme, scheme: Scheme): CSSProperties {
  return {
    colorScheme: scheme,
    '--font-heading': font(theme.fonts.heading),
    '--font-body': font(theme.fonts.body),
    '--radius': radiusLengths[theme.radius],
    ...Object.fromEntries(
      Object.entries(theme.tokens[scheme]).map(([token, colour]) => [variableOf(token), colour]),
    ),
  } as CSSProperties;
}

type ThemePreviewProps = { theme: PreviewTheme; logo?: string; isStale?: boolean; actions?: ReactNode };

/** Components in the theme, in light and dark, as wide as a phone or a desktop. */
export function ThemePreview({ theme, logo, isStale, actions }: ThemePreviewProps) {
  const [device, setDevice] = useState<Device>('phone');
  const [scheme, setScheme] = useState<Scheme | 'both'>('both');
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(widths.phone);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setRoom(element.clientWidth || widths.phone);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const shown = scheme === 'both' ? schemes : [scheme];
  const isBeside = device === 'phone' && shown.length === 2 && room > 480;
  const column = isBeside ? (room - gapPx) / 2 : room;
  const zoom = Math.min(1, column / widths[device]);

  return (
    <Panel title="Preview" isFlush actions={actions}>
      <div className="bg-sunken p-3">
        <div className="flex flex-wrap justify-between gap-2 pb-2">
          <Segments<Scheme | 'both'>
            label="Scheme of the preview"
            options={[
              { value: 'both', label: 'Both' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            value={scheme}
            onChange={setScheme}
          />
          <Segments<Device>
            label="Width of the preview"
            options={[
              { value: 'phone', label: 'Phone' },
              { value: 'desktop', label: 'Desktop' },
            ]}
            value={device}
            onChange={setDevice}
          />
        </div>
        <div
          ref={place}
          className={cn('flex gap-3 transition-opacity', !isBeside && 'flex-col', isStale && 'opacity-80')}
        >
          {shown.map((one) => (
            <figure key={one} className="grid min-w-0 gap-1">
              <figcaption className="text-xs text-muted">
                {one === 'light' ? 'Light' : 'Dark'}, {widths[device]} px
              </figcaption>
              <div
                inert
                className="overflow-hidden rounded-md border border-line forced-color-adjust-none"
                style={{ width: Math.floor(widths[device] * zoom) }}
              >
                <Isolated style={{ ...variablesOf(theme, one), width: widths[device], zoom }}>
                  <PreviewSite isWide={device === 'desktop'} logo={logo} />
                </Isolated>
              </div>
            </figure>
          ))}
        </div>
      </div>
    </Panel>
  );
}
