// A small panel under a button, by the browser's own popover: closes on Escape and outside. For choices that must not cost the first load.
import { useId, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from './icons.tsx';
import css from './popup.module.css';

/** `<Popup label="Your menu" trigger={<Face … />}>{(close) => …}</Popup>`; `label` names the button when it shows a picture. */
export function Popup(props: {
  label: string;
  trigger: ReactNode;
  wide?: boolean;
  /** Told just before the panel opens or closes, so that what is in it need only be there while it is seen. */
  onOpenChange?: (open: boolean) => void;
  children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.wide ? `${css.button} ${css.wide}` : css.button}
        popoverTarget={id}
        aria-label={props.label}
      >
        {props.trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={css.panel}
        onBeforeToggle={({ newState }) => flushSync(() => props.onOpenChange?.(newState === 'open'))}
        onToggle={(event) => {
          if (event.newState !== 'open' || !button.current || !panel.current) return;
          place(panel.current, button.current);
        }}
      >
        {props.children(close)}
      </div>
    </>
  );
}

/** Beside the button, wholly on the screen. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = from.bottom + 4;
  const top = below + height <= innerHeight - 8 ? below : Math.max(8, from.top - height - 4);
  const left =
    from.left + width <= innerWidth - 8 ? from.left : Math.max(8, Math.min(from.right, innerWidth - 8) - width);
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
}

/** One of several in a popup, as radio buttons that take effect at once. */
export function PopupChoice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string; lang?: string }[];
  onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.choice}>
      <legend>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={css.item}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChoose(option.value)}
          />
          <span lang={option.lang}>{option.label}</span>
          {option.value === props.value && <Icon name="check" />}
        </label>
      ))}
    </fieldset>
  );
}

/** How a link or a button in a popup looks. */
export const popupItem = css.item ?? '';
