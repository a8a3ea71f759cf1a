// The photo of a person: choosing, cropping, removing. Cropped and made small here; only the face travels.
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { invalidate, keyOf, queries, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './photo.module.css';

const CropPhoto = lazy(() => import('./crop-photo.tsx'));

export function Photo({ person }: { person: Person }) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const remove = useWrite(directoryApi.removePhoto, { onDone: (saved) => photoSaved(saved) });
  if (!person.can.includes('setPhoto')) return null;

  const look = async (file: File | undefined) => {
    setUnreadable(false);
    if (!file) return;
    try {
      setPicture(await createImageBitmap(file));
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <div className={css.photo}>
      <Face of={person} size="large" />
      <div className={css.words}>
        <p className={css.label}>{t('directory.photo')}</p>
        <p className={css.quiet}>{t('directory.photo.help')}</p>
        <div className={css.acts}>
          <Button onClick={() => input.current?.click()} aria-describedby={unreadable ? id : undefined}>
            {t(person.photo ? 'directory.photo.change' : 'directory.photo.choose')}
          </Button>
          {person.can.includes('removePhoto') && (
            <Button
              weight="quiet"
              pending={remove.isPending}
              onClick={() => void remove.send({ params: { id: person.id } })}
            >
              {t('directory.photo.remove')}
            </Button>
          )}
        </div>
        <div role="alert" id={id}>
          {unreadable && <p className={css.unreadable}>{t('directory.photo.unreadable')}</p>}
        </div>
        {remove.problem && <ProblemNote problem={remove.problem} />}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again.
          event.target.value = '';
          void look(file);
        }}
      />
      <Suspense fallback={null}>
        {picture && <CropPhoto person={person} picture={picture} onClose={() => setPicture(null)} />}
      </Suspense>
    </div>
  );
}

/** Every face of this person on the page changes at once. */
export function photoSaved(saved: Person): void {
  queries.setQueryData(keyOf(directoryApi.getPerson, { params: { id: saved.id } }), saved);
  void invalidate(directoryApi.listPeople, directoryApi.getTeam);
  void refreshStanding();
}
