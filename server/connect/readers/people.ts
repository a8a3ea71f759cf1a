// Who is named in what was read. Systems name one person by id, login or address; who is named by nothing known was a colleague once. Pure.
import { email } from '../../../contract/auth.ts';
import { former } from '../../platform/placeholders.ts';
import type { OldPerson } from '../importing.model.ts';
import { tidied } from './markup.ts';

/** What one is called by: "id:5", "login:mika", or an address. */
type Handles = ReadonlyArray<string | null | undefined>;
type Known = { id?: string | null; name: string; email: string | null; active: boolean };

export type People = {
  /** Tells of a person; nobody comes along who is named nowhere. */
  learn: (handles: Handles, person: Known) => void;
  /** The key of whoever has one of these handles; else of somebody new, who has the address or this name. */
  named: (handles: Handles, name?: string | null) => string;
  all: () => OldPerson[];
};

const nobody: OldPerson = { key: 'nobody', name: former, email: null, active: false };

export const addressIn = (text: string | null | undefined): string | null => {
  const short = (text ?? '').slice(0, 500);
  const found = /<([^<>\s@]+@[^<>\s@]+)>/.exec(short)?.[1] ?? short;
  const read = email.safeParse(found.trim());
  return read.success ? read.data.toLowerCase() : null;
};
/** "Nicole Braun" of "Nicole Braun <nicole@example.com>". */
const nameBefore = (text: string) =>
  text
    .replace(/<[^<>]*>?/g, '')
    .replaceAll('"', '')
    .trim();
const oneLine = (text: string) => tidied(text).replaceAll(/\s+/g, ' ').slice(0, 120).toWellFormed().trim();
const handleOf = (handle: string) => handle.trim().toLowerCase();

export function people(): People {
  const known = new Map<string, OldPerson>();
  const named = new Map<string, OldPerson>();
  const keep = (person: OldPerson): string => {
    if (!named.has(person.key)) named.set(person.key, person);
    return person.key;
  };
  return {
    learn(handles, { name, email: address, active }) {
      const own = addressIn(address);
      const real = handles.filter((handle): handle is string => Boolean(handle));
      const key = own ?? (real[0] ? handleOf(real[0]).slice(0, 200) : null);
      if (!key) return;
      const person = {
        key,
        name: oneLine(name) || (own?.split('@')[0] ?? former),
        email: own,
        active: active && own !== null,
      };
      for (const handle of [...real, ...(own ? [own] : [])])
        if (!known.has(handleOf(handle))) known.set(handleOf(handle), person);
    },
    named(handles, name) {
      const real = handles.filter((handle): handle is string => Boolean(handle));
      for (const handle of real) {
        const person = known.get(handleOf(handle)) ?? known.get(addressIn(handle) ?? '');
        if (person) return keep(person);
      }
      const address = real.map(addressIn).find((found) => found !== null) ?? null;
      const said = oneLine(nameBefore(name ?? (address ? (real.find((handle) => handle.includes('<')) ?? '') : '')));
      if (address)
        return keep({ key: address, name: said || (address.split('@')[0] ?? address), email: address, active: true });
      if (said) return keep({ key: `name:${said.toLowerCase()}`, name: said, email: null, active: false });
      return keep(nobody);
    },
    all: () => [...named.values()],
  };
}
