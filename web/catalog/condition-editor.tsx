// When a question is asked, written as a sentence: "Only when «Kind» is «Laptop»".
import { testsOf, type Condition, type FormField, type Test, type TestOperator } from '../../contract/forms.ts';
import { instantAt, wallAt } from '../platform/wall-clock.ts';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { isChosen } from './form-edit.ts';
import css from './editor.module.css';

/** `earlier` are the questions above, the only ones that a condition may look at. */
export function ConditionEditor(props: {
  name: string;
  earlier: readonly FormField[];
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
}) {
  const { t } = useWords();
  const { condition, earlier, onChange } = props;
  const last = earlier.at(-1);
  if (!condition)
    return last ? (
      <Button weight="quiet" onClick={() => onChange({ need: 'all', tests: [firstTest(last)] })}>
        <Icon name="plus" /> {t('catalog.condition.add')}
      </Button>
    ) : null;
  const change = (index: number, test: Test | null) => {
    const tests = condition.tests.flatMap((each, at) => (at === index ? (test ?? []) : each));
    onChange(tests.length > 0 ? { ...condition, tests } : null);
  };
  return (
    <fieldset className={css.condition}>
      <legend>{t('catalog.condition')}</legend>
      {condition.tests.length > 1 && (
        <Select
          label={t('catalog.condition.need')}
          quietLabel
          value={condition.need}
          onChange={(event) => onChange({ ...condition, need: event.target.value === 'any' ? 'any' : 'all' })}
        >
          <option value="all">{t('catalog.condition.all')}</option>
          <option value="any">{t('catalog.condition.any')}</option>
        </Select>
      )}
      {condition.tests.map((test, index) => (
        <TestLine
          key={index}
          name={`${props.name}.tests.${index}`}
          earlier={earlier}
          test={test}
          onChange={(next) => change(index, next)}
        />
      ))}
      {last && condition.tests.length < 8 && (
        <Button weight="quiet" onClick={() => onChange({ ...condition, tests: [...condition.tests, firstTest(last)] })}>
          <Icon name="plus" /> {t('catalog.condition.more')}
        </Button>
      )}
    </fieldset>
  );
}

/** The most likely test of a question. */
const firstTest = ({ key, kind, options }: FormField): Test =>
  isChosen(kind) ? { field: key, is: 'is', value: options[0] ?? '' } : { field: key, is: 'answered' };

const needsNoValue = (is: TestOperator) => is === 'answered' || is === 'notAnswered';

function TestLine(props: {
  name: string;
  earlier: readonly FormField[];
  test: Test;
  onChange: (test: Test | null) => void;
}) {
  const { t } = useWords();
  const { test, earlier, onChange, name } = props;
  const asked = earlier.find(({ key }) => key === test.field);
  return (
    <div className={css.test}>
      <Select
        label={t('catalog.condition.field')}
        quietLabel
        name={`${name}.field`}
        value={asked ? test.field : ''}
        onChange={(event) => {
          const next = earlier.find(({ key }) => key === event.target.value);
          if (next) onChange(firstTest(next));
        }}
      >
        {!asked && <option value="">{t('catalog.condition.later')}</option>}
        {earlier.map(({ key, label }) => (
          <option key={key} value={key}>
            {label || t('catalog.field.unnamed')}
          </option>
        ))}
      </Select>
      {asked && (
        <Select
          label={t('catalog.condition.how')}
          quietLabel
          name={`${name}.is`}
          value={test.is}
          onChange={(event) => onChange(withOperator(asked, test, event.target.value as TestOperator))}
        >
          {testsOf[asked.kind].map((is) => (
            <option key={is} value={is}>
              {t(isNumeric(asked) && is === 'is' ? 'catalog.test.equals' : `catalog.test.${is}`)}
            </option>
          ))}
        </Select>
      )}
      {asked && !needsNoValue(test.is) && (
        <TestValue name={`${name}.value`} asked={asked} test={test} onChange={onChange} />
      )}
      <IconButton label={t('catalog.condition.remove')} onClick={() => onChange(null)}>
        <Icon name="cross" />
      </IconButton>
    </div>
  );
}

const isNumeric = ({ kind }: FormField) => kind === 'number' || kind === 'money';

function withOperator(asked: FormField, test: Test, is: TestOperator): Test {
  if (needsNoValue(is)) return { field: test.field, is };
  const value = test.value ?? (isChosen(asked.kind) ? asked.options[0] : isNumeric(asked) ? 0 : undefined);
  return value === undefined ? { field: test.field, is } : { field: test.field, is, value };
}

function TestValue(props: { name: string; asked: FormField; test: Test; onChange: (test: Test) => void }) {
  const { t, zone } = useWords();
  const { asked, test, onChange, name } = props;
  const frame = { label: t('catalog.condition.value'), quietLabel: true, name };
  const to = (value: string | number) => onChange({ ...test, value });
  if (isChosen(asked.kind))
    return (
      <Select {...frame} value={String(test.value ?? '')} onChange={(event) => to(event.target.value)}>
        {asked.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    );
  if (asked.kind === 'date')
    return (
      <TextField {...frame} type="date" value={String(test.value ?? '')} onChange={(event) => to(event.target.value)} />
    );
  if (asked.kind === 'dateTime') {
    const wall = test.value ? wallAt(new Date(test.value), zone) : { date: '', time: '00:00' };
    const shown = wall.date ? `${wall.date}T${wall.time}` : '';
    return (
      <TextField
        {...frame}
        type="datetime-local"
        value={shown}
        onChange={(event) => {
          const [date = '', time = ''] = event.target.value.split('T');
          const at = instantAt({ date, time: time.slice(0, 5) }, zone);
          if (at) to(at.toISOString());
        }}
      />
    );
  }
  return (
    <TextField
      {...frame}
      type="number"
      step="any"
      value={test.value === undefined ? '' : String(test.value)}
      onChange={(event) => to(event.target.valueAsNumber || 0)}
    />
  );
}
