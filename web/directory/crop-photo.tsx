// Choosing the square of a picture: dragged by hand, or moved with three sliders by keyboard.
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';
import { dragged, firstAim, furthestZoom, largestSide, squareOf, type Aim } from './crop.ts';
import { photoSaved } from './photo.tsx';
import css from './photo.module.css';

type About = { person: Person; picture: ImageBitmap; onClose: () => void };

export default function CropPhoto({ person, picture, onClose }: About) {
  const { t } = useWords();
  const [aim, setAim] = useState(firstAim);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const save = useWrite(directoryApi.setPhoto, {
    onDone: (saved) => {
      photoSaved(saved);
      toast(t('directory.photo.saved'));
      onClose();
    },
  });
  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, aim);
  }, [picture, aim]);

  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!grip.current) return;
    const { width } = event.currentTarget.getBoundingClientRect();
    const by = { right: (event.clientX - grip.current.x) / width, down: (event.clientY - grip.current.y) / width };
    grip.current = { x: event.clientX, y: event.clientY };
    setAim((before) => dragged(picture, before, by));
  };
  const submit = async () => {
    const body = canvas.current && (await pictureIn(canvas.current));
    if (body) await save.send({ params: { id: person.id }, body });
  };
  return (
    <Dialog open onClose={onClose} title={t('directory.photo.crop')} sub={t('directory.photo.cropSub')}>
      <Form problem={save.problem} onSubmit={submit}>
        <canvas
          ref={canvas}
          className={css.canvas}
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={drag}
          onPointerUp={() => (grip.current = null)}
          onPointerCancel={() => (grip.current = null)}
        />
        <div className={css.sliders}>
          <Slider of="zoom" aim={aim} onAim={setAim} />
          <Slider of="across" aim={aim} onAim={setAim} />
          <Slider of="down" aim={aim} onAim={setAim} />
        </div>
        <FormActs>
          <Button weight="main" type="submit" pending={save.isPending}>
            {t('directory.photo.use')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('directory.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

function Slider({ of, aim, onAim }: { of: keyof Aim; aim: Aim; onAim: (aim: Aim) => void }) {
  const { t } = useWords();
  const [least, most] = of === 'zoom' ? [1, furthestZoom] : [0, 1];
  return (
    <Field label={t(`directory.photo.${of}`)}>
      {(wiring) => (
        <input
          {...wiring}
          type="range"
          min={least}
          max={most}
          step={(most - least) / 100}
          value={aim[of]}
          onChange={(event) => onAim({ ...aim, [of]: event.target.valueAsNumber })}
        />
      )}
    </Field>
  );
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, aim: Aim): void {
  const { left, top, side } = squareOf(picture, aim);
  const pixels = Math.max(1, Math.round(Math.min(largestSide, side)));
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  // Pictures with holes get paper behind them, in both themes.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, pixels, pixels);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, left, top, side, side, 0, 0, pixels, pixels);
}

/** WebP where the browser makes it, else JPEG. */
async function pictureIn(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const made = (type: string) => new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.86));
  const webp = await made('image/webp');
  return webp?.type === 'image/webp' ? webp : made('image/jpeg');
}
