import {
  useEffect,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';

/** Resolves when nothing in the sheet is still to come: its faces and its pictures, or their absence. */
async function isSet(sheet: HTMLElement): Promise<void> {
  await document.fonts.ready;
  await Promise.all(
    [...sheet.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
  );
}

/**
 * What goes on paper, set beside the window's own document: unseen on screen, alone in print. The
 * source stands at the end of every sheet.
 */
export function PrintSheet({
  isVertical,
  zoom,
  oneSheet = null,
  source,
  onReady,
  children,
}: {
  /** Sheets follow one another to the left, as in a vertical paper. */
  isVertical: boolean;
  /** How much smaller than on screen, e.g. 0.72. */
  zoom: number;
  /** Height of a sheet, in px: what fits on one at no less than `leastZoom` is set so. */
  oneSheet?: { readonly height: number; readonly leastZoom: number } | null;
  source: readonly string[];
  /** Called once, when the sheet can be printed. */
  onReady: () => void;
  children: ReactNode;
}): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const latest = useRef(onReady);
  useEffect(() => {
    latest.current = onReady;
  });
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    let isCurrent = true;
    void isSet(element).then(() => {
      if (!isCurrent) return;
      const height = element.querySelector<HTMLElement>('.print-set')?.offsetHeight ?? 0;
      const fitting = oneSheet === null || height === 0 ? zoom : oneSheet.height / height;
      if (oneSheet !== null && fitting >= oneSheet.leastZoom)
        element.style.setProperty('--print-zoom', String(Math.min(zoom, fitting)));
      latest.current();
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a sheet is set once; another one has another key
  }, []);
  return createPortal(
    <div
      className={isVertical ? 'print-sheet vertical' : 'print-sheet'}
      ref={sheet}
      style={{ '--print-zoom': zoom } as CSSProperties}
      aria-hidden="true"
      inert
    >
      <div className="print-body">
        <div>
          <div className="print-set">{children}</div>
        </div>
      </div>
      <div className="print-source">
        <div>
          <p>
            {source.map((words, index) => (
              <span key={index}>{words}</span>
            ))}
          </p>
        </div>
      </div>
    </div>,
    document.body,
  );
}
