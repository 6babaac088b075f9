/** The address of a picture of a bag, e.g. `archive://media/<bag>/media/2019-05-18/ferry.jpg`. */
export function mediaAddress(bagId: string, path: string): string {
  return `archive://media/${encodeURIComponent(bagId)}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
