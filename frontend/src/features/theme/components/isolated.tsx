import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { previewStyle } from './preview-style';

/** One sheet for all previews. Made by script, so the page's policy, which allows no inline style, allows it. */
let sheet: CSSStyleSheet | undefined;

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(previewStyle);
  }
  return sheet;
}

/** Content with a style of its own: a theme in it cannot change this page, and this page does not change it. */
export function Isolated({ style, children }: { style: CSSProperties; children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    if ('adoptedStyleSheets' in shadow) shadow.adoptedStyleSheets = [sharedSheet()];
    setRoot(shadow);
  }, []);

  return (
    <div ref={host} style={style}>
      {root && createPortal(children, root as unknown as DocumentFragment)}
    </div>
  );
}
