// Front door of files in the web: where they are added, how they are shown. Pages that have words bring these beside them.
import type words from './words/en.json';

type Own = typeof words;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export { Attached } from './attached.tsx';
export { AddFiles, ChosenFiles } from './chosen-files.tsx';
export { DropZone } from './drop-zone.tsx';
export { SaveLink } from './save-link.tsx';
export { useFiles, type Files } from './use-files.ts';
