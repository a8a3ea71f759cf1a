// Photos of people: taken in only when they are what they say, kept as sent (but for what a camera notes beside the picture), given out under an address of their own.
import { photoTypes, type Person } from '../../contract/directory-people.ts';
import { announce } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { cleaned } from '../platform/jpeg.ts';
import { refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { mayUpdate } from './access.ts';
import { auditPerson, getPerson } from './people.ts';
import { lockPerson, savePerson } from './people.queries.ts';
import { deletePhoto, findPhoto, savePhoto } from './photos.queries.ts';
import { pictureOf } from './rules.ts';

/** `type` is what the sender calls the bytes. Refuses `notFound`, `notAllowed`, `unsupportedType`, `required`, `notAPicture`. */
export async function setPhoto(
  tx: Db,
  who: Who,
  id: string,
  type: string | undefined,
  bytes: unknown,
  now: Date,
): Promise<Outcome<Person>> {
  const person = await heldForPhoto(tx, who, id);
  if ('refused' in person) return person;
  const told = photoTypes.find((known) => known === type?.split(';')[0]?.trim().toLowerCase());
  if (type !== undefined && !told) return refused('unsupportedType');
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return refused('required', { field: 'photo' });
  if (!told || pictureOf(bytes) !== told) return refused('notAPicture', { field: 'photo' });
  await savePhoto(tx, id, told, cleaned(bytes));
  if (who.id !== id) await auditPerson(tx, who, 'photo.set', id, now);
  return saved(tx, who, person, person.version + 1, now);
}

/** Twice is as good as once. Refuses `notFound`, `notAllowed`. */
export async function removePhoto(tx: Db, who: Who, id: string, now: Date): Promise<Outcome<Person>> {
  const person = await heldForPhoto(tx, who, id);
  if ('refused' in person) return person;
  if (person.photo_version === 0) return getPerson(tx, who, id, now);
  await deletePhoto(tx, id);
  if (who.id !== id) await auditPerson(tx, who, 'photo.remove', id, now);
  return saved(tx, who, person, 0, now);
}

type Held = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;

async function heldForPhoto(tx: Db, who: Who, id: string): Promise<Held | Refused> {
  const person = await lockPerson(tx, id);
  if (!person) return refused('notFound');
  return mayUpdate(who, person) ? person : refused('notAllowed');
}

/** A photo's version is the person's at that moment: it only grows, so no address ever shows two photos. */
async function saved(tx: Db, who: Who, { id }: Held, photoVersion: number, now: Date): Promise<Outcome<Person>> {
  await savePerson(tx, id, { photo_version: photoVersion });
  await announce(tx, { subject: 'person', id, kind: 'changed' });
  return getPerson(tx, who, id, now);
}

/** The bytes and how long they may be kept: for ever under the address of this very photo. */
export async function readPhoto(db: Db, id: string, version: number | undefined) {
  const photo = await findPhoto(db, id);
  if (!photo) return refused('notFound');
  const keep = version === photo.photo_version ? 'private, max-age=31536000, immutable' : 'private, no-cache';
  return { type: photo.media_type, bytes: photo.bytes, keep };
}
