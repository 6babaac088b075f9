import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type Dispatch,
  type PointerEvent,
  type ReactElement,
  type SetStateAction,
  type WheelEvent,
} from 'react';
import { panned, wholeExtent, zoomed, type Extent, type PictureView } from './picture-view.ts';

/** What keys and buttons need to move a picture as the mouse does. */
export interface StageExtents {
  readonly whole: Extent;
  readonly stage: Extent;
}

const noExtent: Extent = { width: 0, height: 0 };

/** The picture on its stage: the wheel zooms at the pointer, dragging moves, a double click zooms. */
export function PictureStage({
  address,
  words,
  known,
  view,
  onView,
  onExtents,
  onMissing,
}: {
  address: string;
  words: string;
  /** The picture's size where the archive says it. */
  known: Extent | null;
  view: PictureView;
  onView: Dispatch<SetStateAction<PictureView>>;
  onExtents: (extents: StageExtents) => void;
  /** The picture cannot be shown. */
  onMissing?: () => void;
}): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState(noExtent);
  const [loaded, setLoaded] = useState<Extent | null>(known);
  const [isDragging, setDragging] = useState(false);
  const whole = loaded === null ? noExtent : wholeExtent(loaded, stage);

  useEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const observer = new ResizeObserver(() => {
      setStage({ width: observed.clientWidth, height: observed.clientHeight });
    });
    observer.observe(observed);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    onExtents({ whole, stage });
  });

  function fromMiddle(event: { clientX: number; clientY: number; currentTarget: Element }): {
    x: number;
    y: number;
  } {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    };
  }
  function onWheel(event: WheelEvent): void {
    const at = fromMiddle(event);
    onView((before) => zoomed(before, Math.exp(-event.deltaY / 400), at, whole, stage));
  }
  function onPointerMove(event: PointerEvent): void {
    if (!isDragging) return;
    const by = { x: event.movementX, y: event.movementY };
    onView((before) => panned(before, by, whole, stage));
  }
  const style: CSSProperties = {
    width: whole.width,
    height: whole.height,
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
  };
  return (
    <div
      ref={element}
      className="lightbox-stage"
      data-drags={isDragging}
      data-zoomed={view.scale > 1}
      role="presentation"
      onWheel={onWheel}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => {
        setDragging(false);
      }}
      onDoubleClick={(event) => {
        const at = fromMiddle(event);
        onView((before) => zoomed(before, before.scale > 1 ? 0 : 3, at, whole, stage));
      }}
    >
      <img
        src={address}
        alt={words}
        style={style}
        draggable={false}
        onError={onMissing}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          if (known === null) setLoaded({ width: naturalWidth, height: naturalHeight });
        }}
      />
    </div>
  );
}
