/** How a picture lies on its stage: scale 1 shows it whole; x and y move its middle, in px. */
export interface PictureView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export const wholePicture: PictureView = { scale: 1, x: 0, y: 0 };

const mostScale = 16;
/** A small picture is enlarged this far at most to fill its stage. */
const mostEnlargement = 2;

/** The size at which a picture is seen whole. */
export function wholeExtent(picture: Extent, stage: Extent): Extent {
  const ratio = Math.min(
    stage.width / picture.width,
    stage.height / picture.height,
    mostEnlargement,
  );
  return { width: picture.width * ratio, height: picture.height * ratio };
}

function clamp(value: number, most: number): number {
  // Adding 0 turns a negative zero into a plain one.
  return Math.min(most, Math.max(-most, value)) + 0;
}

/** A picture's edge is never pulled farther in than the stage's; what fits stays in the middle. */
function keptOnStage({ scale, x, y }: PictureView, whole: Extent, stage: Extent): PictureView {
  return {
    scale,
    x: clamp(x, Math.max(0, (whole.width * scale - stage.width) / 2)),
    y: clamp(y, Math.max(0, (whole.height * scale - stage.height) / 2)),
  };
}

/** Larger or smaller by a factor; what lies at `at`, counted from the stage's middle, stays there. */
export function zoomed(
  view: PictureView,
  factor: number,
  at: { readonly x: number; readonly y: number },
  whole: Extent,
  stage: Extent,
): PictureView {
  const scale = Math.min(mostScale, Math.max(1, view.scale * factor));
  const change = scale / view.scale;
  return keptOnStage(
    { scale, x: at.x - (at.x - view.x) * change, y: at.y - (at.y - view.y) * change },
    whole,
    stage,
  );
}

export function panned(
  view: PictureView,
  by: { readonly x: number; readonly y: number },
  whole: Extent,
  stage: Extent,
): PictureView {
  return keptOnStage({ ...view, x: view.x + by.x, y: view.y + by.y }, whole, stage);
}
