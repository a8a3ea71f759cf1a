// When a person is away, now and to come: told, said, ended.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Absence } from '../../contract/directory-absences.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useNow } from '../platform/now.ts';
import { read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { toast } from '../ui/toast.tsx';
import { dayInWords } from './away.tsx';
import { findPeople } from './find.ts';
import css from './directory.module.css';

const stale = [directoryApi.listAbsences, directoryApi.getPerson, directoryApi.listPeople];

/** With nothing to say and no right to say something, it renders nothing. */
export function Absences({ person }: { person: Person }) {
  const { t } = useWords();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const absences = useQuery(read(directoryApi.listAbsences, { params: { id: person.id } }));
  const may = person.can.includes('setAbsence');
  const items = absences.data?.items ?? [];
  if (items.length === 0 && !may) return null;
  return (
    <Section title={t('directory.absences')}>
      {items.length === 0 ? (
        <p className={css.quiet}>{t('directory.absences.none')}</p>
      ) : (
        <RowList label={t('directory.absences')}>
          {items.map((absence) => (
            <One key={absence.id} absence={absence} />
          ))}
        </RowList>
      )}
      {may && (
        <div className={css.more}>
          <Button onClick={() => setOpen(true)}>
            {t(person.id === me.id ? 'directory.absence.setMine' : 'directory.absence.set', { name: person.name })}
          </Button>
        </div>
      )}
      {open && <SetAbsence person={person} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function One({ absence }: { absence: Absence }) {
  const { t, locale } = useWords();
  const end = useWrite(directoryApi.endAbsence, { stale, onDone: () => toast(t('directory.absence.ended')) });
  const from = dayInWords(absence.from, locale);
  const until = dayInWords(absence.until, locale);
  const days = absence.from === absence.until ? from : `${from} – ${until}`;
  const standIn = absence.standIn && t('directory.absence.standIn', { name: absence.standIn.name });
  return (
    <Row
      title={days}
      sub={[absence.words, standIn].filter(Boolean).join(' · ')}
      acts={
        absence.can.includes('end') && (
          <Button
            onClick={() => void end.send({ params: { id: absence.id } })}
            pending={end.isPending}
            aria-label={`${t(absence.now ? 'directory.absence.back' : 'directory.absence.takeBack')}: ${days}`}
          >
            {t(absence.now ? 'directory.absence.back' : 'directory.absence.takeBack')}
          </Button>
        )
      }
    />
  );
}

function SetAbsence({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: person.zone }).format(useNow());
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [words, setWords] = useState('');
  const [standIn, setStandIn] = useState<Findable | null>(null);
  const write = useWrite(directoryApi.setAbsence, {
    stale,
    onDone: () => {
      toast(t('directory.absence.done'));
      onClose();
    },
  });
  const submit = () =>
    void write.send({ params: { id: person.id }, body: { from, until, words, standIn: standIn?.id ?? null } });
  const mine = person.id === me.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(mine ? 'directory.absence.setMine' : 'directory.absence.set', { name: person.name })}
      sub={t('directory.absence.sub')}
    >
      <Form problem={write.problem} onSubmit={submit}>
        <div className={css.pair}>
          <TextField
            label={t('directory.absence.from')}
            name="from"
            type="date"
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
              if (event.target.value > until) setUntil(event.target.value);
            }}
            required
          />
          <TextField
            label={t('directory.absence.until')}
            name="until"
            type="date"
            min={from}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
            required
          />
        </div>
        <Combobox
          label={t('directory.absence.whoStandsIn')}
          description={t('directory.absence.whoHelp')}
          name="standIn"
          of="people"
          search={findPeople}
          value={standIn}
          onChoose={setStandIn}
        />
        <TextField
          label={t('directory.absence.words')}
          name="words"
          limit={120}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          description={t('directory.absence.wordsHelp')}
          autoComplete="off"
          optional
        />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('directory.absence.save')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('directory.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
