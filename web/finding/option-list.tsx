// The list under a field, of the palette or of the search: groups of options, one of them current. The field keeps the focus.
import type { Ref } from 'react';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Group, Option } from './options.ts';
import css from './palette.module.css';

type Props = {
  ref: Ref<HTMLDivElement>;
  id: string;
  label: string;
  groups: readonly Group[];
  current: Option | undefined;
  domId: (option: Option) => string;
  onPoint: (option: Option) => void;
  onChoose: (option: Option) => void;
};

export function OptionList({ ref, id, label, groups, ...rest }: Props) {
  return (
    // The field must not lose the focus to a press on the list.
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={label}
      className={css.list}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={group.title && `${id}-${group.id}`} className={css.group}>
          {group.title && (
            <div id={`${id}-${group.id}`} role="presentation" className={css.title}>
              {group.title}
            </div>
          )}
          {group.options.map((option) => (
            <Line key={option.id} option={option} {...rest} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Line({
  option,
  current,
  domId,
  onPoint,
  onChoose,
}: Omit<Props, 'ref' | 'id' | 'label' | 'groups'> & { option: Option }) {
  const selected = current?.id === option.id;
  return (
    // Keys usually arrive at the field; but a screen reader may have put the focus here.
    <div
      id={domId(option)}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={css.option}
      onPointerMove={() => selected || onPoint(option)}
      onClick={() => onChoose(option)}
      onKeyDown={(event) => event.key === 'Enter' && onChoose(option)}
    >
      <span className={css.sign}>
        {option.face ? (
          <Face of={option.face} size="small" square={option.face.square ?? false} />
        ) : (
          option.icon && <Icon name={option.icon} />
        )}
      </span>
      <span className={css.words}>
        <span className={css.label} dir="auto">
          {option.label}
        </span>
        {option.sub && <small>{option.sub}</small>}
      </span>
    </div>
  );
}
