// All pictograms, drawn on an 18 x 18 grid with one stroke. Always beside words, so hidden from screen readers.
import type { ReactNode } from 'react';
import css from './icons.module.css';

const shapes = {
  today: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M9 5.5V9l2.5 1.5" />
    </>
  ),
  requests: <path d="M3 4.5h12v7.5H8L4.5 15v-3H3z" />,
  team: (
    <>
      <circle cx="6.5" cy="6.5" r="2.5" />
      <circle cx="12.5" cy="7.5" r="2" />
      <path d="M2 15c0-3 2-4.5 4.5-4.5S11 12 11 15M11.5 11c2.5 0 4.5 1 4.5 4" />
    </>
  ),
  person: (
    <>
      <circle cx="9" cy="6" r="3" />
      <path d="M3.5 15.5c0-3.5 2.5-5 5.5-5s5.5 1.5 5.5 5" />
    </>
  ),
  thanks: <path d="M9 15S2.5 11 2.5 6.7A3.2 3.2 0 0 1 9 5.5a3.2 3.2 0 0 1 6.5 1.2C15.5 11 9 15 9 15z" />,
  map: (
    <>
      <circle cx="4" cy="9" r="2" />
      <circle cx="13.5" cy="4.5" r="2" />
      <circle cx="13.5" cy="13.5" r="2" />
      <path d="M6 8l5.7-2.7M6 10l5.7 2.7" />
    </>
  ),
  respect: <path d="M9 2.5l5.5 2v4.5c0 3.5-2.5 5.5-5.5 6.5-3-1-5.5-3-5.5-6.5V4.5z" />,
  bell: <path d="M4.5 12.5c1-1 1.3-2 1.3-4.5a3.2 3.2 0 0 1 6.4 0c0 2.5.3 3.5 1.3 4.5zM7.7 15a1.4 1.4 0 0 0 2.6 0" />,
  search: (
    <>
      <circle cx="8" cy="8" r="4.75" />
      <path d="M11.6 11.6L15.5 15.5" />
    </>
  ),
  settings: (
    <>
      <path d="M3 5.5h5M12 5.5h3M3 12.5h3M10 12.5h5" />
      <circle cx="10" cy="5.5" r="2" />
      <circle cx="8" cy="12.5" r="2" />
    </>
  ),
  clip: (
    <path d="M14.5 8.5l-5.6 5.6a3.3 3.3 0 0 1-4.7-4.7l6-6a2.2 2.2 0 0 1 3.1 3.1l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2" />
  ),
  file: <path d="M4.5 2.5h5.5l3.5 3.5v9.5h-9zM10 2.5V6h3.5" />,
  plus: <path d="M9 3.5v11M3.5 9h11" />,
  check: <path d="M3.5 9.5l3.5 3.5 7.5-8" />,
  cross: <path d="M4.5 4.5l9 9M13.5 4.5l-9 9" />,
  more: <path d="M4 9h.01M9 9h.01M14 9h.01" strokeWidth="2.4" />,
  down: <path d="M4.5 7l4.5 4.5L13.5 7" />,
  right: <path d="M7 4.5L11.5 9 7 13.5" />,
  left: <path d="M11 4.5L6.5 9l4.5 4.5" />,
  clock: (
    <>
      <circle cx="9" cy="9" r="6.5" />
      <path d="M9 5.5V9l2.5 1.5" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="8" width="10" height="7" rx="1.5" />
      <path d="M6 8V6a3 3 0 0 1 6 0v2" />
    </>
  ),
  mail: (
    <>
      <rect x="2.5" y="4" width="13" height="10" rx="1.5" />
      <path d="M3 5l6 5 6-5" />
    </>
  ),
  out: <path d="M7 3.5H4v11h3M8 9h7M12 6l3 3-3 3" />,
  key: (
    <>
      <circle cx="6" cy="11.5" r="3" />
      <path d="M8.2 9.3L14.5 3M12 5.5l2 2" />
    </>
  ),
  camera: (
    <>
      <path d="M2.5 5.5h3l1-1.5h5l1 1.5h3v8.5h-13z" />
      <circle cx="9" cy="9.5" r="2.5" />
    </>
  ),
  warning: <path d="M9 3l6.5 11.5h-13zM9 7.5v3.25M9 12.6v.01" />,
  hand: (
    <path d="M2.5 11.5l3-3 3.5 1h2.5a1.2 1.2 0 0 1 0 2.4H9M11.8 10.5l2.7-1.6a1.2 1.2 0 0 1 1.2 2L11 14.5H6.5l-1.5.8" />
  ),
  book: <path d="M9 4.5C7.5 3.5 5.5 3 2.5 3v11c3 0 5 .5 6.5 1.5 1.5-1 3.5-1.5 6.5-1.5V3c-3 0-5 .5-6.5 1.5zM9 4.5v11" />,
  idea: <path d="M6.9 12.4C5.2 11.5 4.2 9.9 4.2 8a4.8 4.8 0 0 1 9.6 0c0 1.9-1 3.5-2.7 4.4v1.1H6.9zM7.4 15.5h3.2" />,
  keyboard: (
    <>
      <rect x="2" y="5" width="14" height="8.5" rx="1.5" />
      <path d="M5 8h.01M8 8h.01M11 8h.01M13.5 8h.01M6 11h6" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A pictogram: `<Icon name="today" />`. Size follows the text around it unless `large`. */
export function Icon({ name, large }: { name: IconName; large?: boolean }) {
  return (
    <svg className={large ? css.large : css.icon} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
