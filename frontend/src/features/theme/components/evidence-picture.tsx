import { useEffect, useRef } from 'react';
import type { Box, Screenshot } from '../analysis';

type EvidencePictureProps = { screenshot: Screenshot; boxes: readonly Box[]; label: string };

/** A screenshot; what is not in a box is dimmed, and the first box is brought into view. */
export function EvidencePicture({ screenshot, boxes, label }: EvidencePictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const { widthPx: width, heightPx: height, url } = screenshot;
  const first = boxes[0];

  useEffect(() => {
    const element = place.current;
    if (!element || !first) return;
    const scale = element.clientWidth / width;
    element.scrollTop = Math.max(0, first.yPx * scale - element.clientHeight / 3);
  }, [first, width]);

  return (
    <section
      ref={place}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      aria-label="Screenshot"
      className="max-h-[38rem] overflow-y-auto rounded-md border border-line"
    >
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className="block w-full">
        <image href={url} width={width} height={height} />
        {boxes.length > 0 && (
          <>
            <path
              d={`M0 0H${width}V${height}H0Z ${boxes.map(holeOf).join(' ')}`}
              fillRule="evenodd"
              fill="#0b1416"
              fillOpacity="0.62"
            />
            {boxes.map((box) => (
              <rect
                key={`${box.xPx} ${box.yPx} ${box.widthPx} ${box.heightPx}`}
                x={box.xPx}
                y={box.yPx}
                width={box.widthPx}
                height={box.heightPx}
                fill="none"
                stroke="#ffd400"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </>
        )}
      </svg>
    </section>
  );
}

const holeOf = ({ xPx, yPx, widthPx, heightPx }: Box) => `M${xPx} ${yPx}h${widthPx}v${heightPx}h${-widthPx}Z`;
