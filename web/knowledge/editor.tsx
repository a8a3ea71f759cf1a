// Where an article is written: the words with a few marks, how they will look beside them, and who reads them.
import { useState, type ReactNode } from 'react';
import { type Reading } from '../../contract/knowledge.ts';
import { languages, type Language } from '../../contract/shapes.ts';
import type { Files } from '../attachments/attachments.tsx';
import { ServicesField } from '../catalog/catalog.tsx';
import type { Problem } from '../platform/api.ts';
import { languageNames } from '../platform/language.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { ArticleBody } from './article-body.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { WordsField } from './words-field.tsx';
import type { Writing } from './use-writing.ts';
import css from './editor.module.css';

export type Publishing = { state: 'draft' | 'published'; note: string };

type Parts = {
  writing: Writing;
  /** Those that come into the words before it is saved. */
  files: Files;
  problem: Problem | null;
  pending: boolean;
  /** It is published now, so that saving shows at once. */
  live: boolean;
  staysInTeam: boolean;
  team: ReactNode;
  onSave: (how: Publishing) => void;
  cancel: ReactNode;
};

export function Editor(props: Parts) {
  const { writing, live, files } = props;
  const { fields, change } = writing;
  const { t } = useWords();
  const [note, setNote] = useState('');
  const [look, setLook] = useState(false);
  const save = (state: Publishing['state']) => !props.pending && !files.sending && props.onSave({ state, note });
  return (
    <div
      className={css.editor}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save(live ? 'published' : 'draft');
      }}
    >
      <Form problem={props.problem} onSubmit={() => save(live ? 'published' : 'draft')}>
        <Meanwhile writing={writing} />
        {props.team}
        <div className={css.title}>
          <TextField
            label={t('knowledge.edit.title')}
            name="title"
            limit={200}
            value={fields.title}
            placeholder={t('knowledge.edit.title.example')}
            onChange={(event) => change({ title: event.target.value })}
          />
        </div>
        <div className={css.both} data-look={look || undefined}>
          <div className={css.write}>
            <WordsField files={files} value={fields.body} onChange={(body) => change({ body })} />
          </div>
          <div className={css.look} role="region" aria-label={t('knowledge.edit.preview')}>
            <h3>{t('knowledge.edit.preview')}</h3>
            {fields.body ? (
              <ArticleBody words={fields.body} language={fields.language} />
            ) : (
              <p className={css.quiet}>{t('knowledge.edit.preview.empty')}</p>
            )}
          </div>
        </div>
        <div className={css.turn}>
          <Button weight="quiet" aria-pressed={look} onClick={() => setLook(!look)}>
            {t(look ? 'knowledge.edit.write' : 'knowledge.edit.preview')}
          </Button>
        </div>
        <div className={css.terms}>
          <Select
            label={t('knowledge.edit.reading')}
            name="reading"
            value={fields.reading}
            disabled={props.staysInTeam}
            {...(props.staysInTeam ? { description: t('knowledge.edit.stays') } : {})}
            onChange={(event) => change({ reading: event.target.value as Reading })}
          >
            <option value="everyone">{t('knowledge.edit.everyone')}</option>
            <option value="team">{t('knowledge.edit.team')}</option>
          </Select>
          <Select
            label={t('knowledge.edit.language')}
            name="language"
            value={fields.language}
            onChange={(event) => change({ language: event.target.value as Language })}
          >
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </Select>
          <TextField
            type="date"
            label={t('knowledge.checkBy.label')}
            name="checkBy"
            optional
            value={fields.checkBy}
            onChange={(event) => change({ checkBy: event.target.value })}
          />
          {writing.version > 0 && (
            <TextField
              label={t('knowledge.edit.note')}
              name="note"
              optional
              limit={200}
              value={note}
              placeholder={t('knowledge.edit.note.example')}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </div>
        <ServicesField
          label={t('knowledge.edit.services')}
          description={t('knowledge.edit.services.help')}
          name="services"
          picked={fields.services}
          onChange={(services) => change({ services })}
        />
        <FormActs>
          <Button weight="main" pending={props.pending} onClick={() => save('published')}>
            {t(live ? 'knowledge.edit.save' : 'knowledge.edit.publish')}
          </Button>
          <Button pending={props.pending} onClick={() => save('draft')}>
            {t(live ? 'knowledge.edit.unpublish' : 'knowledge.edit.keepDraft')}
          </Button>
          {props.cancel}
          {files.sending && <small>{t('attachments.wait')}</small>}
        </FormActs>
      </Form>
    </div>
  );
}
