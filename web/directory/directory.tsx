// The front door of the directory: its pages and places, what it hears live, and what other capabilities may show of it.
import { lazy } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Capability } from '../platform/capability.ts';
import { onChange } from '../platform/live.ts';
import { invalidate } from '../platform/query.ts';
import { lastStanding, refreshStanding } from '../platform/session.tsx';
import { later } from '../platform/words.tsx';
import { keepLanguage } from './keep-language.ts';
import type words from './words/en.json';
import type laterWords from './words/later/en.json';

type Own = typeof words & typeof laterWords;
declare module '../platform/words.tsx' {
  interface Words extends Own {}
}

export { AwayLine, AwayOffer, AwayWords } from './away.tsx';
export { findPeople, findTeams } from './find.ts';

export const directory: Capability = {
  welcome: () => import('./welcome.tsx'),
  pages: [
    { path: '/people', page: () => import('./people.tsx') },
    { path: '/people/new', page: () => import('./add-person.tsx') },
    { path: '/people/import', page: () => import('./import.tsx') },
    { path: '/people/$id', page: later(() => import('./person.tsx')) },
    { path: '/people/$id/edit', page: () => import('./edit-person.tsx') },
    { path: '/me', page: () => import('./me.tsx') },
    { path: '/teams', page: () => import('./teams.tsx') },
    { path: '/teams/new', page: () => import('./add-team.tsx') },
    { path: '/teams/$id', page: () => import('./team.tsx') },
    { path: '/teams/$id/edit', page: () => import('./edit-team.tsx') },
    { path: '/settings/company', page: () => import('./company.tsx') },
  ],
  rail: (_inside, { t }) => [{ to: '/people', label: t('directory.people'), icon: 'person', order: 40, phone: true }],
  settings: ({ can }, { t }) =>
    can.includes('update')
      ? [
          {
            to: '/settings/company',
            label: t('directory.company.about'),
            about: t('directory.company.sub'),
            icon: 'settings',
            group: 'company',
          },
          {
            to: '/people',
            label: t('directory.people'),
            about: t('directory.company.people'),
            icon: 'person',
            group: 'company',
          },
          {
            to: '/teams',
            label: t('directory.teams'),
            about: t('directory.company.teams'),
            icon: 'team',
            group: 'company',
          },
        ]
      : [],
  menu: (_inside, { t }) => [{ to: '/me', label: t('directory.me.title'), icon: 'person' }],
  onLanguage: (language, me) => void keepLanguage(language, me.id),
};

/** For the administrator of a company that is still alone: what to do first. Renders nothing for everybody else. */
export const FirstSteps = lazy(() => import('./first-steps.tsx'));

const { listPeople, getPerson, listTeams, getTeam, getCompany, listAbsences, listSkills, listSpoken } = directoryApi;
onChange('person', ({ id }) => {
  void invalidate(listPeople, getPerson, listTeams, getTeam, listAbsences, listSkills, listSpoken);
  if (lastStanding()?.person?.id === id) void refreshStanding();
});
onChange('company', () => {
  void invalidate(getCompany);
  void refreshStanding();
});
onChange('team', () => {
  void invalidate(listTeams, getTeam, listPeople, getPerson);
  // Which teams are mine decides about places in the rail.
  void refreshStanding();
});
