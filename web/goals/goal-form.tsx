// The form of a goal, read as sentences: what it says, what it holds for, when the clock starts and stops, how long it may take.
import { useQuery } from '@tanstack/react-query';
import { use, type ReactNode } from 'react';
import { catalogApi } from '../../contract/catalog.ts';
import { goalEnds, goalMoments, goalPeriods, goalStarts, goalUnits, type NewGoal } from '../../contract/goals.ts';
import type { Problem } from '../platform/api.ts';
import { read } from '../platform/query.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Check } from '../ui/switch.tsx';
import css from './goals.module.css';

export type GoalDraft = Required<NewGoal>;

export type GoalFormProps = {
  team: string;
  /** Minutes of the team's usual working day. */
  day: number;
  draft: GoalDraft;
  type: <K extends keyof GoalDraft>(field: K, value: GoalDraft[K]) => void;
  problem: Problem | null;
  pending: boolean;
  send: () => void;
  save: string;
  /** Where giving up leads. */
  back: string;
  news?: ReactNode;
};

export function GoalForm(props: GoalFormProps) {
  const { t } = useWords();
  const { draft, type, problem } = props;
  return (
    <Form problem={problem} onSubmit={props.send}>
      <TextField
        label={t('goals.form.sentence')}
        description={t('goals.form.example')}
        name="sentence"
        limit={160}
        value={draft.sentence}
        onChange={(event) => type('sentence', event.target.value)}
        autoFocus
      />
      <HoldsFor {...props} />
      <Clock {...props} />
      {props.news}
      <FormActs>
        <Button weight="main" type="submit" pending={props.pending}>
          {props.save}
        </Button>
        <LinkButton to={props.back} weight="quiet">
          {t('goals.form.cancel')}
        </LinkButton>
      </FormActs>
    </Form>
  );
}

/** A choice in the middle of a sentence. */
function Choice<Value extends string>(props: {
  label: WordId;
  value: Value;
  values: readonly Value[];
  words: (value: Value) => string;
  onChoose: (value: Value) => void;
}) {
  const { t } = useWords();
  const { label, value, values, words, onChoose } = props;
  return (
    <select
      aria-label={t(label)}
      className={css.choice}
      value={value}
      onChange={(event) => onChoose(values.find((one) => one === event.target.value) ?? value)}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {words(one)}
        </option>
      ))}
    </select>
  );
}

const faultOf = (problem: Problem | null, path: string) => problem?.fields.find((field) => field.path === path)?.detail;

/** What was refused of a part of the sentence above. */
function Wrong({ path }: { path: string }) {
  const detail = faultOf(use(FormProblem), path);
  return detail ? (
    <p className={css.wrong} id={`wrong-${path}`} data-field={path} role="alert">
      <Icon name="warning" /> {detail}
    </p>
  ) : null;
}

/** `path`: where the contract has it; it is marked here, and `Wrong` says why. */
function Amount(props: {
  label: WordId;
  path: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}) {
  const { t } = useWords();
  const { label, path, value, most, onChange } = props;
  const wrong = faultOf(use(FormProblem), path) !== undefined;
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={t(label)}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? `wrong-${path}` : undefined}
      className={css.amount}
      min={1}
      max={most}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}

function HoldsFor({ team, draft, type }: GoalFormProps) {
  const { t, rich } = useWords();
  const services = useQuery(read(catalogApi.listServices, { query: { team } }));
  const offered = services.data?.teams.find((each) => each.team.id === team)?.services ?? [];
  const names = offered.map(({ id, name }) => ({ id, name }));
  return (
    <fieldset className={css.part}>
      <legend>{t('goals.form.holds')}</legend>
      <p>
        {rich('goals.form.holdsFor', {
          what: (
            <Choice
              key="what"
              label="goals.form.holds"
              value={draft.every ? 'every' : 'services'}
              values={['every', 'services']}
              words={(one) => t(`goals.form.holds.${one}`)}
              onChoose={(one) => type('every', one === 'every')}
            />
          ),
        })}
      </p>
      {!draft.every &&
        (names.length === 0 ? (
          <p className={css.quiet}>{t('goals.form.noServices')}</p>
        ) : (
          <div className={css.services}>
            {names.map(({ id, name }) => (
              <Check
                key={id}
                checked={draft.services.includes(id)}
                onChange={(on) =>
                  type('services', on ? [...draft.services, id] : draft.services.filter((each) => each !== id))
                }
              >
                {name}
              </Check>
            ))}
          </div>
        ))}
      <Wrong path="services" />
    </fieldset>
  );
}

const after = (start: GoalDraft['starts']) =>
  goalEnds.filter((end) => goalMoments.indexOf(end) > goalMoments.indexOf(start));

function Clock({ draft, type, day }: GoalFormProps) {
  const words = useWords();
  const { t, rich } = words;
  const { starts, ends, within, time, share, days } = draft;
  return (
    <fieldset className={css.part}>
      <legend>{t('goals.form.clock')}</legend>
      <p>
        {rich('goals.form.runs', {
          starts: (
            <Choice
              key="starts"
              label="goals.form.label.starts"
              value={starts}
              values={goalStarts}
              words={(one) => t(`goals.form.starts.${one}`)}
              onChoose={(one) => {
                type('starts', one);
                if (!after(one).includes(ends)) type('ends', after(one)[0] ?? 'delivered');
              }}
            />
          ),
          ends: (
            <Choice
              key="ends"
              label="goals.form.label.ends"
              value={ends}
              values={after(starts)}
              words={(one) => t(`goals.form.ends.${one}`)}
              onChoose={(one) => type('ends', one)}
            />
          ),
        })}
      </p>
      <p>
        {rich('goals.form.takes', {
          count: (
            <Amount
              key="count"
              label="goals.form.label.count"
              path="within.count"
              value={within.count}
              most={1000}
              onChange={(count) => type('within', { ...within, count })}
            />
          ),
          unit: (
            <Choice
              key="unit"
              label="goals.form.label.unit"
              value={within.unit}
              values={goalUnits}
              words={(one) => t(`goals.form.unit.${one}`, { count: Number.isNaN(within.count) ? 2 : within.count })}
              onChoose={(unit) => type('within', { ...within, unit })}
            />
          ),
          time: (
            <Choice
              key="time"
              label="goals.form.label.time"
              value={time}
              values={['working', 'wall']}
              words={(one) => t(`goals.form.time.${one}`)}
              onChoose={(one) => type('time', one)}
            />
          ),
        })}
      </p>
      <Wrong path="within.count" />
      {within.unit === 'days' && time === 'working' && (
        <p className={css.quiet}>{t('goals.form.workingDay', { length: lengthInWords(day, words) })}</p>
      )}
      <p>
        {rich('goals.form.aims', {
          share: (
            <Amount
              key="share"
              label="goals.form.label.share"
              path="share"
              value={share}
              most={100}
              onChange={(next) => type('share', next)}
            />
          ),
          days: (
            <Choice
              key="days"
              label="goals.form.label.days"
              value={String(days)}
              values={goalPeriods.map(String)}
              words={(one) => t('goals.days', { days: Number(one) })}
              onChoose={(one) => type('days', goalPeriods.find((each) => String(each) === one) ?? days)}
            />
          ),
        })}
      </p>
      <Wrong path="share" />
    </fieldset>
  );
}
