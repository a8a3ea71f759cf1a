// The fields of a team, for adding and editing.
import type { NewTeam, Team } from '../../contract/directory-teams.ts';
import { useWords, type WordId } from '../platform/words.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import { ExceptionsEditor } from './exceptions-editor.tsx';
import { LengthField } from './length-field.tsx';
import { CountrySelect, RegionSelect, ZoneSelect } from './place-fields.tsx';
import { WeekEditor } from './week-editor.tsx';
import css from './directory.module.css';

export type TeamDraft = Required<NewTeam> & { exceptions: Team['exceptions'] };

export const teamDraftOf = (team: Team): TeamDraft => ({
  name: team.name,
  does: team.does,
  zone: team.zone,
  country: team.country,
  region: team.region,
  week: team.week,
  exceptions: team.exceptions,
  greetingMinutes: team.greetingMinutes,
  closingMinutes: team.closingMinutes,
});

export const teamLabels: Record<keyof TeamDraft, WordId> = {
  name: 'directory.team.name',
  does: 'directory.team.does',
  zone: 'directory.zone',
  country: 'directory.holidays',
  region: 'directory.region',
  week: 'directory.week',
  exceptions: 'directory.special',
  greetingMinutes: 'directory.greeting',
  closingMinutes: 'directory.closing',
};

export type TeamTyping = {
  fields: TeamDraft;
  type: <K extends keyof TeamDraft>(field: K, value: TeamDraft[K]) => void;
};

export function TeamFields({ fields, type }: TeamTyping) {
  const { t } = useWords();
  const country = (chosen: string | null) => {
    type('country', chosen);
    // Regions belong to their country.
    type('region', null);
  };
  return (
    <>
      <Section title={t('directory.team.about')}>
        <div className={css.fields}>
          <TextField
            label={t('directory.team.name')}
            name="name"
            limit={120}
            value={fields.name}
            onChange={(event) => type('name', event.target.value)}
            autoComplete="off"
            required
          />
          <TextArea
            label={t('directory.team.does')}
            name="does"
            limit={400}
            rows={2}
            value={fields.does}
            onChange={(event) => type('does', event.target.value.replaceAll('\n', ' '))}
            description={t('directory.team.doesHelp')}
            optional
          />
        </div>
      </Section>
      <Section title={t('directory.week')} note={t('directory.week.note')}>
        <div className={css.fields}>
          <WeekEditor week={fields.week} onChange={(week) => type('week', week)} />
          <ZoneSelect value={fields.zone} onChoose={(zone) => type('zone', zone)} />
          <CountrySelect
            label={t('directory.holidays')}
            value={fields.country}
            onChoose={country}
            none={t('directory.holidays.noneChoice')}
            description={t('directory.holidays.help')}
          />
          <RegionSelect country={fields.country} value={fields.region} onChoose={(region) => type('region', region)} />
        </div>
      </Section>
      <Section title={t('directory.special')} note={t('directory.special.note')}>
        <ExceptionsEditor days={fields.exceptions} onChange={(days) => type('exceptions', days)} />
      </Section>
      <Section title={t('directory.team.word')} note={t('directory.team.wordNote')}>
        <div className={css.fields}>
          <LengthField
            label={t('directory.greeting')}
            name="greetingMinutes"
            description={t('directory.greeting.help')}
            minutes={fields.greetingMinutes}
            onChange={(minutes) => type('greetingMinutes', minutes)}
          />
          <LengthField
            label={t('directory.closing')}
            name="closingMinutes"
            description={t('directory.closing.help')}
            minutes={fields.closingMinutes}
            onChange={(minutes) => type('closingMinutes', minutes)}
          />
        </div>
      </Section>
    </>
  );
}
