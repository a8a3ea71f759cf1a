// Choosing the table: by dropping, or by a button; of people or of teams.
import { useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { ImportKind } from '../../contract/directory-imports.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Check } from '../ui/switch.tsx';
import { offerFile } from './offer-file.ts';
import css from './import.module.css';

const examples: Record<ImportKind, string> = {
  people: `name,email,said,pronouns,languages,manager,teams,skills,place,time zone,what they do
Aino Virtanen,aino@example.com,EYE-no,she/her,"Finnish, English",marja@example.com,"Front desk (lead); Events",First aid,Helsinki,Europe/Helsinki,Welcomes guests
Marja Lehtonen,marja@example.com,,,Finnish,,,,Helsinki,,Directs rooms
`,
  teams: `name,what they do,time zone,country,greeting time,closing time
Front desk,Welcomes guests day and night,Europe/Helsinki,Finland,30 min,3 d
`,
};

export function ChooseTable({ onLooked }: { onLooked: (id: string) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>('people');
  const [createTeams, setCreateTeams] = useState(true);
  const [over, setOver] = useState(false);
  const look = useWrite(directoryApi.importPeople, { onDone: ({ id }) => onLooked(id) });
  const send = (file: File | undefined) => {
    if (!file) return;
    const query = { kind, name: file.name.slice(0, 200), createTeams: createTeams ? 'true' : 'false' };
    void look.send({ query, body: new Blob([file], { type: 'text/csv' }) });
  };
  return (
    <div className={css.choose}>
      <Select
        label={t('directory.import.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as ImportKind)}
      >
        <option value="people">{t('directory.people')}</option>
        <option value="teams">{t('directory.teams')}</option>
      </Select>
      {kind === 'people' && (
        <Check checked={createTeams} onChange={setCreateTeams} description={t('directory.import.createTeamsHelp')}>
          {t('directory.import.createTeams')}
        </Check>
      )}
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="file" large />
        <p>{t('directory.import.drop')}</p>
        <Button weight="main" pending={look.isPending} onClick={() => input.current?.click()}>
          {t('directory.import.choose')}
        </Button>
        <p className={css.quiet}>{t('directory.import.format')}</p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={t('directory.import.choose')}
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <div role="alert">{look.problem && <ProblemNote problem={look.problem} />}</div>
      <p className={css.quiet}>
        {t(`directory.import.columns.${kind}`)}{' '}
        <Button weight="quiet" onClick={() => offerFile(`goodturn-${kind}.csv`, examples[kind])}>
          {t('directory.import.example')}
        </Button>
      </p>
    </div>
  );
}
