import type { components } from '@/shared/api/schema.gen';
import { cn } from '@/shared/cn';

type PagePictureProps = {
  picture: components['schemas']['PagePicture'];
  address: string;
  isStale: boolean;
};

/** One picture of a page, in its own size where there is room. It is data: the page itself is never loaded here. */
export function PagePicture({ picture, address, isStale }: PagePictureProps) {
  const { device, scheme, widthPx, heightPx, png } = picture;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      aria-label="Picture of the page"
      className="max-h-[38rem] overflow-y-auto rounded-md border border-line bg-sunken"
    >
      <img
        src={`data:image/png;base64,${png}`}
        alt={`${address} at ${device} width in ${scheme} colours`}
        width={widthPx}
        height={heightPx}
        className={cn('mx-auto h-auto max-w-full transition-opacity', isStale && 'opacity-60')}
      />
    </section>
  );
}
