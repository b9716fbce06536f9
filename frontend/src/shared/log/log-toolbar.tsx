import { Clock, Link2, Maximize2, Minimize2, Palette, Pause, Play, WrapText } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { type Level, toLevel } from './level';
import { ToolButton } from './tool-button';
import type { LogPrefs } from './use-log-prefs';

type LogToolbarProps = {
  state: ReactNode;
  level: Level | undefined;
  /** Absent where the page selects the level. */
  onLevel?(level: Level | undefined): void;
  prefs: LogPrefs;
  onToggle(name: keyof LogPrefs): void;
  isPaused?: boolean;
  onPause(): void;
  /** Absent where lines have no address. */
  onLink?(): void;
  isFull: boolean;
  onFull(): void;
  /** How to take the log away: download, export. */
  tools: ReactNode;
};

/** The tools of a log beside its search, drawn again only when one of them changes: level, display, pause, link, full screen, download. */
export const LogToolbar = memo(function LogToolbar(props: LogToolbarProps) {
  const { prefs, onToggle } = props;
  return (
    <div className="ml-auto flex flex-wrap items-center gap-1">
      {props.state}
      {props.onLevel && (
        <select
          aria-label="Least level"
          value={props.level ?? ''}
          onChange={(event) => props.onLevel?.(toLevel(event.target.value))}
          className="mr-1 h-8 rounded-md border border-log-muted bg-log px-2 text-log-ink pointer-coarse:text-lg"
        >
          <option value="">All levels</option>
          <option value="warn">Warnings, errors</option>
          <option value="error">Errors</option>
        </select>
      )}
      <ToolButton
        label="Wrap long lines"
        icon={<WrapText aria-hidden />}
        isPressed={prefs.isWrapped}
        onClick={() => onToggle('isWrapped')}
      />
      <ToolButton
        label="Show times"
        icon={<Clock aria-hidden />}
        isPressed={prefs.hasTimes}
        onClick={() => onToggle('hasTimes')}
      />
      <ToolButton
        label="Show colours"
        icon={<Palette aria-hidden />}
        isPressed={prefs.hasColours}
        onClick={() => onToggle('hasColours')}
      />
      {props.isPaused !== undefined && (
        <ToolButton
          label={props.isPaused ? 'Resume' : 'Pause'}
          icon={props.isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onClick={props.onPause}
        />
      )}
      {props.onLink && (
        <ToolButton label="Copy link to this line" icon={<Link2 aria-hidden />} onClick={props.onLink} />
      )}
      {props.tools}
      <ToolButton
        label={props.isFull ? 'Leave full screen' : 'Full screen'}
        icon={props.isFull ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
        onClick={props.onFull}
      />
    </div>
  );
});
