// The square of a picture that becomes the face.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dragged, firstAim, squareOf } from './crop.ts';

test('the whole of a square picture is the face', () => {
  expect(squareOf({ width: 600, height: 600 }, firstAim)).toEqual({ left: 0, top: 0, side: 600 });
});

test('of a portrait the square is a little above the middle', () => {
  expect(squareOf({ width: 600, height: 1000 }, firstAim)).toEqual({ left: 0, top: 160, side: 600 });
});

test('closer means a smaller square', () => {
  expect(squareOf({ width: 800, height: 800 }, { zoom: 2, across: 1, down: 0 })).toEqual({
    left: 400,
    top: 0,
    side: 400,
  });
});

test('dragging the picture to the right shows what is left of it', () => {
  const size = { width: 1200, height: 600 };
  expect(dragged(size, firstAim, { right: 0.25, down: 0 })).toEqual({ zoom: 1, across: 0.25, down: 0.4 });
});

test('however it is aimed and dragged, the square lies inside the picture', () => {
  const number = fc.double({ min: -3, max: 8, noNaN: true });
  const side = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(side, side, number, number, number, (width, height, zoom, right, down) => {
      const size = { width, height };
      const square = squareOf(size, dragged(size, { zoom, across: 0.5, down: 0.5 }, { right, down }));
      expect(square.side).toBeGreaterThan(0);
      expect(square.left).toBeGreaterThanOrEqual(0);
      expect(square.top).toBeGreaterThanOrEqual(0);
      expect(square.left + square.side).toBeLessThanOrEqual(width + 1e-6);
      expect(square.top + square.side).toBeLessThanOrEqual(height + 1e-6);
    }),
  );
});
