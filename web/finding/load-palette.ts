// How the palette comes: with the words of later pages, for it names what stands on them.
import { later } from '../platform/words.tsx';

export const loadPalette = later(() => import('./palette.tsx'));
