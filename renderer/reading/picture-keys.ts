import type { StageExtents } from './picture-stage.tsx';
import { panned, wholePicture, zoomed, type PictureView } from './picture-view.ts';

/** How much one press of a key or button enlarges. */
export const zoomStep = 1.4;
const panStep = 80;
const panKeys: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: panStep, y: 0 },
  ArrowRight: { x: -panStep, y: 0 },
  ArrowUp: { x: 0, y: panStep },
  ArrowDown: { x: 0, y: -panStep },
};

/** Larger or smaller about the stage's middle. */
export function zoomedInMiddle(
  view: PictureView,
  factor: number,
  { whole, stage }: StageExtents,
): PictureView {
  return zoomed(view, factor, { x: 0, y: 0 }, whole, stage);
}

/** The view after a key of those that zoom (+ − 0) and move (arrows); null for any other key. */
export function viewAfterKey(
  key: string,
  view: PictureView,
  extents: StageExtents,
): PictureView | null {
  if (key === '+' || key === '=') return zoomedInMiddle(view, zoomStep, extents);
  if (key === '-') return zoomedInMiddle(view, 1 / zoomStep, extents);
  if (key === '0') return wholePicture;
  const pan = panKeys[key];
  return pan === undefined ? null : panned(view, pan, extents.whole, extents.stage);
}
