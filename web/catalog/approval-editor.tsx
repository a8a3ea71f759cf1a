// Who says yes before the team begins: colleagues or the manager of whoever asks, one after another or any of them.
import { useState } from 'react';
import { findPeople } from '../directory/directory.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { moved } from './form-edit.ts';
import type { ServiceDraft, Step } from './service-draft.ts';
import css from './editor.module.css';

type Approval = ServiceDraft['approval'];

export function ApprovalEditor({ approval, onChange }: { approval: Approval; onChange: (approval: Approval) => void }) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const steps = approval?.steps ?? [];
  const put = (next: Step[]) => onChange({ mode: approval?.mode ?? 'inOrder', steps: next });
  const hasManager = steps.some((step) => 'manager' in step);
  return (
    <div className={css.group}>
      <Chips
        label={t('catalog.approval.ask')}
        name="approval"
        value={approval ? approval.mode : 'none'}
        chips={[
          { value: 'none', label: t('catalog.approval.none') },
          { value: 'inOrder', label: t('catalog.approval.inOrder') },
          { value: 'any', label: t('catalog.approval.any') },
        ]}
        onChoose={(mode) =>
          onChange(mode === 'none' ? null : { mode, steps: steps.length > 0 ? steps : [{ manager: true }] })
        }
      />
      {approval && (
        <>
          <ol className={css.steps}>
            {steps.map((step, index) => (
              <StepLine
                key={'person' in step ? step.person.id : 'manager'}
                step={step}
                index={index}
                ordered={approval.mode === 'inOrder' && steps.length > 1}
                last={index === steps.length - 1}
                onMove={(to) => put(moved(steps, index, to))}
                onRemove={() => put(steps.filter((_, at) => at !== index))}
              />
            ))}
          </ol>
          {!hasManager && (
            <Button weight="quiet" onClick={() => put([...steps, { manager: true }])}>
              <Icon name="plus" /> {t('catalog.approval.addManager')}
            </Button>
          )}
          {steps.length < 8 && (
            <Combobox
              key={count}
              label={t('catalog.approval.addPerson')}
              name="approval.steps"
              of="people"
              search={findPeople}
              value={null}
              autoFocus={count > 0}
              onChoose={(person) => {
                if (!person) return;
                if (!steps.some((step) => 'person' in step && step.person.id === person.id))
                  put([...steps, { person }]);
                setCount(count + 1);
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

function StepLine(props: {
  step: Step;
  index: number;
  ordered: boolean;
  last: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const { step, index } = props;
  const name = 'person' in step ? step.person.name : t('catalog.approval.theirManager');
  return (
    <li data-field={`approval.steps.${index}.person`}>
      {'person' in step ? <Face of={step.person} size="small" /> : <Icon name="person" />}
      <span>{name}</span>
      {props.ordered && (
        <>
          <IconButton
            label={t('catalog.moveUp', { name })}
            disabled={index === 0}
            onClick={() => props.onMove(index - 1)}
          >
            <span className={css.up}>
              <Icon name="down" />
            </span>
          </IconButton>
          <IconButton
            label={t('catalog.moveDown', { name })}
            disabled={props.last}
            onClick={() => props.onMove(index + 1)}
          >
            <Icon name="down" />
          </IconButton>
        </>
      )}
      <IconButton label={t('catalog.takeOut', { name })} onClick={props.onRemove}>
        <Icon name="cross" />
      </IconButton>
    </li>
  );
}
