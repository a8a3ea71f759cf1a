// Writing a service: its words, its questions with a living preview beside them, who may ask, who says yes, how the team goes about it.
import { useState, type ReactNode } from 'react';
import { sights, type Sight } from '../../contract/catalog.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { findTeams } from '../directory/directory.tsx';
import { Problem } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import type { Findable } from '../ui/combobox.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FormProblem } from '../ui/form-problem.ts';
import { Form, FormActs } from '../ui/form.tsx';
import { ApprovalEditor } from './approval-editor.tsx';
import { FormEditor } from './form-editor.tsx';
import { LinesEditor } from './lines-editor.tsx';
import { OwnLength } from './own-length.tsx';
import { Picked } from './picked.tsx';
import { Preview } from './preview.tsx';
import ServicesField from './services-field.tsx';
import { faultsIn, type ServiceDraft } from './service-draft.ts';
import css from './editor.module.css';

export type EditorProps = {
  team: Pick<Team, 'id' | 'name' | 'greetingMinutes' | 'closingMinutes'>;
  /** The service itself, which cannot be needed along with itself. */
  service?: string;
  draft: ServiceDraft;
  kept: ReadonlySet<string>;
  type: <K extends keyof ServiceDraft>(field: K, value: ServiceDraft[K]) => void;
  problem: Problem | null;
  pending: boolean;
  send: () => void;
  save: string;
  back: string;
  /** What others did meanwhile. */
  news?: ReactNode;
};

export function ServiceEditor(props: EditorProps) {
  const { t } = useWords();
  const { draft, type } = props;
  const [local, setLocal] = useState<Problem | null>(null);
  const submit = () => {
    const fields = faultsIn(draft).map(({ path, code }) => ({
      path,
      code,
      detail: t(`catalog.fault.${code as Known}`),
    }));
    setLocal(fields.length > 0 ? new Problem({ status: 422, code: 'invalid', detail: '', fields }) : null);
    if (fields.length === 0) props.send();
  };
  // What is mended meanwhile is no longer complained about; the rest stays, and the focus where it is.
  const still = local && new Set(faultsIn(draft).map(({ path }) => path));
  const left = local && new Problem({ ...local, fields: local.fields.filter(({ path }) => still?.has(path)) });
  return (
    <div className={css.columns}>
      <Form problem={local ?? props.problem} onSubmit={submit}>
        <FormProblem value={left ?? props.problem}>
          {props.news}
          <Part title={t('catalog.part.words')}>
            <TextField
              label={t('catalog.name')}
              description={t('catalog.name.help')}
              name="name"
              limit={120}
              value={draft.name}
              onChange={(event) => type('name', event.target.value)}
            />
            <TextArea
              label={t('catalog.description')}
              description={t('catalog.description.help')}
              name="description"
              optional
              limit={4000}
              value={draft.description}
              onChange={(event) => type('description', event.target.value)}
            />
          </Part>
          <Part title={t('catalog.questions')} help={t('catalog.form.help')}>
            <FormEditor form={draft.form} kept={props.kept} onChange={(form) => type('form', form)} />
          </Part>
          <Part title={t('catalog.part.who')}>
            <SightField sight={draft.sight} team={props.team.name} onChange={(sight) => type('sight', sight)} />
            <AskersField askers={draft.askers} onChange={(askers) => type('askers', askers)} />
            <ApprovalEditor approval={draft.approval} onChange={(approval) => type('approval', approval)} />
          </Part>
          <Part title={t('catalog.part.way')} help={t('catalog.part.way.help')}>
            <TextArea
              label={t('catalog.standard.greeting')}
              description={t('catalog.standard.greeting.help')}
              name="greetingStandard"
              optional
              limit={2000}
              value={draft.greetingStandard}
              onChange={(event) => type('greetingStandard', event.target.value)}
            />
            <OwnLength
              label={t('catalog.length.greeting')}
              description={t('catalog.length.greeting.help')}
              name="greetingMinutes"
              minutes={draft.greetingMinutes}
              usual={props.team.greetingMinutes}
              onChange={(minutes) => type('greetingMinutes', minutes)}
            />
            <LinesEditor
              label={t('catalog.checklist')}
              description={t('catalog.checklist.help')}
              name="checklist"
              add={t('catalog.checklist.add')}
              lines={draft.checklist}
              onChange={(lines) => type('checklist', lines)}
            />
            <TextArea
              label={t('catalog.standard.closing')}
              description={t('catalog.standard.closing.help')}
              name="closingStandard"
              optional
              limit={2000}
              value={draft.closingStandard}
              onChange={(event) => type('closingStandard', event.target.value)}
            />
            <OwnLength
              label={t('catalog.length.closing')}
              description={t('catalog.length.closing.help')}
              name="closingMinutes"
              minutes={draft.closingMinutes}
              usual={props.team.closingMinutes}
              onChange={(minutes) => type('closingMinutes', minutes)}
            />
            <ServicesField
              label={t('catalog.also')}
              description={t('catalog.also.help')}
              name="alsoNeeded"
              picked={draft.alsoNeeded}
              not={props.service}
              onChange={(alsoNeeded) => type('alsoNeeded', alsoNeeded)}
            />
          </Part>
        </FormProblem>
        <FormActs>
          <Button weight="main" type="submit" pending={props.pending}>
            {props.save}
          </Button>
          <LinkButton to={props.back} weight="quiet">
            {t('catalog.cancel')}
          </LinkButton>
        </FormActs>
      </Form>
      <Preview name={draft.name} description={draft.description} form={draft.form} />
    </div>
  );
}

type Known = 'required' | 'optionsNeeded' | 'optionTwice' | 'unknownField' | 'wrongTest' | 'wrongTestValue';

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {help && <p className={css.help}>{help}</p>}
      {children}
    </section>
  );
}

function SightField(props: { sight: Sight; team: string; onChange: (sight: Sight) => void }) {
  const { t } = useWords();
  return (
    <Chips
      label={t('catalog.readers.ask')}
      name="sight"
      value={props.sight}
      chips={sights.map((sight) => ({ value: sight, label: t(`catalog.sight.${sight}`) }))}
      onChoose={props.onChange}
    >
      <p className={`${css.help} ${css.readers}`} aria-live="polite">
        {t(`catalog.readers.${props.sight}`, { team: props.team })}
      </p>
    </Chips>
  );
}

function AskersField({
  askers,
  onChange,
}: {
  askers: ServiceDraft['askers'];
  onChange: (askers: ServiceDraft['askers']) => void;
}) {
  const { t } = useWords();
  return (
    <div className={css.group}>
      <Chips
        label={t('catalog.askers')}
        name="askers"
        value={askers === 'everyone' ? 'everyone' : 'some'}
        chips={[
          { value: 'everyone', label: t('catalog.askers.everyone') },
          { value: 'some', label: t('catalog.askers.teams') },
        ]}
        onChoose={(who) => onChange(who === 'everyone' ? 'everyone' : [])}
      />
      {askers !== 'everyone' && (
        <Picked
          label={t('catalog.askers.add')}
          name="askers"
          of="teams"
          search={findTeams}
          picked={askers as readonly Findable[]}
          onChange={(teams) => onChange(teams.map(({ id, name }) => ({ id, name })))}
        />
      )}
    </div>
  );
}
