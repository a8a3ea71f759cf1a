// What a capability brings to the app through its front door (web/X/X.tsx): pages, places in the rail, and what fills the shell's slots.
import type { ComponentType } from 'react';
import type { Service } from '../../contract/catalog.ts';
import type { Person } from '../../contract/directory-people.ts';
import type { Team } from '../../contract/directory-teams.ts';
import type { Entry, Request, RequestRow } from '../../contract/requests.ts';
import type { ViewFilter } from '../../contract/desk.ts';
import type { Language } from '../../contract/shapes.ts';
import type { IconName } from '../ui/icons.tsx';
import type { Me, Standing } from './session.tsx';
import type { Speech } from './words.tsx';

/** `() => import('./some-page.tsx')`; the component is the default export. */
export type Lazy<P = object> = () => Promise<{ default: ComponentType<P> }>;

export type PageOf = {
  /** "/requests/$id"; read the parameter with `useParam('id')`. */
  path: `/${string}`;
  page: Lazy;
  /** Open to strangers, in the plain frame without the rail: invitation and reset links. */
  plain?: true;
};

export type RailLink = {
  /** An address as it is in the bar: "/people", "/teams/<id>". */
  to: string;
  label: string;
  icon: IconName;
  /** The rail is sorted by it: Today 10, Requests 20, teams 30, People 40; from 100 at its foot. */
  order: number;
  /** Also among the four places at the bottom of the phone. */
  phone?: true;
  /** A number beside the label; renders nothing when there is none. */
  Count?: ComponentType;
};

/** What settings are about: the people here, the ways in and out (mail, programs), and what is kept. */
export const settingsGroups = ['company', 'ways', 'kept'] as const;

/** A page of settings of its own, listed at /settings. */
export type Setting = {
  /** "/settings/mail" */
  to: string;
  label: string;
  /** A sentence: what one decides there. */
  about: string;
  icon: IconName;
  group: (typeof settingsGroups)[number];
};

export type PaletteProps = {
  onClose: () => void;
  /** Everything in the rail and in one's own menu, to go there by name. */
  places: readonly Pick<RailLink, 'to' | 'label' | 'icon'>[];
  /** Remembers a chosen language with the person. */
  onLanguage: (language: Language) => void;
};

export type Inside = Standing & { person: Me };

/** Places in pages that a later capability may fill; the page shows them with `<Slot of="…" />`. */
export type Slots = {
  /** Under an ask that is being written. `onSpared`: it need not be asked any more. */
  ask: { words: string; team: string | null; onSpared: () => void };
  /** In an ask of a service: other services that are asked along with it, by id. */
  along: { service: Service; chosen: readonly string[]; onChoose: (ids: string[]) => void };
  /** In the form of a promise. What is given to `onPromised` is done once the promise is made. */
  promising: { request: string; onPromised: (act: () => Promise<void>) => void };
  /** With a message or a delivery in the conversation of a request. */
  entry: { request: Request; entry: Entry };
  /** In the footer where one writes in the conversation of a request. `put` adds words where the caret is. */
  reply: { request: Request; put: (words: string) => void };
  /**
   * Under a field in which one says hello or goodbye, with what was typed there so far. `onWords` puts other words into it and brings
   * the reader there: nothing is sent.
   */
  standard: {
    request: RequestRow;
    which: 'greeting' | 'closing';
    words: string;
    deliverable?: string;
    onWords: (words: string) => void;
  };
  /** Where who promised looks back on the ask: beside their delivery, or by itself, until `onDone`. */
  asked: { request: RequestRow; onDone?: () => void };
  /** Where who asked accepts what was delivered. */
  served: { request: RequestRow };
  /** Over a list of requests: the filter that it shows now, and how to show another. */
  list: { filter: ViewFilter; show: (filter: ViewFilter) => void };
  /** Beside a request, under its promise. */
  request: { request: Request };
  /** On the page of a service, before what it asks. */
  service: { service: Service };
  /** On the page of a service, after what it asks: what is needed along with it. */
  needed: { service: Service };
  /** Below the lists of a day. */
  today: object;
  /** Among the acts on a colleague's page. */
  person: { person: Person };
  /** Below the members on a team's page. */
  team: { team: Team };
};

export type Capability = {
  pages?: readonly PageOf[];
  /** Its places, given who is here. */
  rail?: (standing: Inside, words: Speech) => readonly RailLink[];
  /** Links in the menu under one's own face. */
  menu?: (standing: Inside, words: Speech) => readonly { to: string; label: string; icon: IconName }[];
  /** Its pages of settings, given who is here; usually nothing for whoever is no administrator. */
  settings?: (standing: Inside, words: Speech) => readonly Setting[];
  /** What strangers see at any page for members, at that page's own address: signing in, or creating the company. */
  welcome?: Lazy;
  /** The bell with its unread count: a link or a button, in the rail and in the phone's top bar. */
  Bell?: ComponentType;
  /** What it shows in places of earlier capabilities' pages. */
  fills?: { [S in keyof Slots]?: ComponentType<Slots[S]> };
  /** What Ctrl K opens. */
  palette?: Lazy<PaletteProps>;
  /** A word over every page, when there is one to say; renders nothing otherwise. */
  Banner?: ComponentType;
  /** Stands in the shell without being seen: keys that work on every page, what is remembered on the way. */
  Unseen?: ComponentType;
  /** Told when a member chooses a language, to remember it with the person. */
  onLanguage?: (language: Language, me: Me) => void;
};
