// Which square of a picture becomes the face. Pure arithmetic in pixels of the picture.
export type Size = { width: number; height: number };
/** `zoom` 1 is the largest square, 4 a quarter of its side; `across` and `down` from 0 (left, top) to 1 (right, bottom). */
export type Aim = { zoom: number; across: number; down: number };
export type Square = { left: number; top: number; side: number };

/** A portrait's face is above the middle. */
export const firstAim: Aim = { zoom: 1, across: 0.5, down: 0.4 };
export const furthestZoom = 4;
/** The side of a photo as it is kept, at most. */
export const largestSide = 512;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

export function squareOf({ width, height }: Size, aim: Aim): Square {
  const side = Math.min(width, height) / between(1, aim.zoom, furthestZoom);
  return {
    side,
    left: (width - side) * between(0, aim.across, 1),
    top: (height - side) * between(0, aim.down, 1),
  };
}

/** The aim after the picture was dragged by so many widths of the square, to the right and down. */
export function dragged(size: Size, aim: Aim, by: { right: number; down: number }): Aim {
  const { side } = squareOf(size, aim);
  const moved = (room: number, at: number, step: number) => (room > 0 ? between(0, at - (step * side) / room, 1) : at);
  return {
    zoom: aim.zoom,
    across: moved(size.width - side, aim.across, by.right),
    down: moved(size.height - side, aim.down, by.down),
  };
}
