/** Brings a range of the story into the middle of the frame, unless it is in sight already. */
export function scrollToRange(frame: HTMLElement, painted: AbstractRange): void {
  const range = document.createRange();
  range.setStart(painted.startContainer, painted.startOffset);
  range.setEnd(painted.endContainer, painted.endOffset);
  const bounds = frame.getBoundingClientRect();
  // Paragraphs far away take their true size only when they come near: look again after the jump.
  for (let times = 0; times < 3; times += 1) {
    const box = range.getBoundingClientRect();
    const margin = 48;
    const isInSight =
      box.top >= bounds.top + margin &&
      box.bottom <= bounds.bottom - margin &&
      box.left >= bounds.left &&
      box.right <= bounds.right;
    if (isInSight) return;
    frame.scrollBy(
      box.left < bounds.left || box.right > bounds.right
        ? (box.left + box.right - bounds.left - bounds.right) / 2
        : 0,
      box.top < bounds.top + margin || box.bottom > bounds.bottom - margin
        ? (box.top + box.bottom - bounds.top - bounds.bottom) / 2
        : 0,
    );
  }
}
