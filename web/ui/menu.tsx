// A button that opens a short list of acts or choices.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu';
import { buttonClass, type Weight } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';
import css from './menu.module.css';

export type MenuProps = {
  /** What the button is called; shown unless `trigger` is given. */
  label: string;
  /** What the button shows instead of its label. */
  trigger?: ReactNode;
  weight?: Weight;
  /** A square button with three dots. */
  dots?: boolean;
  /** Leave the looks of the button to what it shows. */
  plain?: boolean;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  children: ReactNode;
};

/** `<Menu label="More" dots><MenuAct onAct={…}>Withdraw</MenuAct></Menu>` */
export function Menu({
  label,
  trigger,
  weight = 'quiet',
  dots = false,
  plain = false,
  placement = 'bottom end',
  children,
}: MenuProps) {
  const shown = trigger ?? (dots ? <Icon name="more" /> : label);
  return (
    <MenuTrigger>
      <AriaButton
        className={plain ? (css.plain ?? '') : dots ? (css.dots ?? '') : buttonClass(weight)}
        {...(shown === label ? {} : { 'aria-label': label })}
      >
        {shown}
      </AriaButton>
      <Popover className={css.popover ?? ''} placement={placement}>
        <AriaMenu className={css.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One act in a menu; with `href` it goes to a page. */
export function MenuAct(props: {
  onAct?: () => void;
  href?: string;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  keys?: string;
  children: string;
}) {
  return (
    <AriaItem
      className={props.danger ? `${css.item} ${css.danger}` : (css.item ?? '')}
      textValue={props.children}
      isDisabled={props.disabled ?? false}
      {...(props.href ? { href: props.href } : {})}
      {...(props.onAct ? { onAction: props.onAct } : {})}
    >
      {props.icon && <Icon name={props.icon} />}
      <span className={css.words}>{props.children}</span>
      {props.keys && <kbd>{props.keys}</kbd>}
    </AriaItem>
  );
}

/** One of several, chosen in place: the language, the theme. */
export function MenuChoice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string; lang?: string }[];
  onChoose: (value: T) => void;
}) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys !== 'all' && keys.has(option.value));
        if (chosen) props.onChoose(chosen.value);
      }}
    >
      <Header className={css.header}>{props.label}</Header>
      {props.options.map((option) => (
        <AriaItem key={option.value} id={option.value} className={css.item ?? ''} textValue={option.label}>
          <span className={css.words} lang={option.lang}>
            {option.label}
          </span>
          {option.value === props.value && <Icon name="check" />}
        </AriaItem>
      ))}
    </MenuSection>
  );
}
