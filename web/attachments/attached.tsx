// Files with words that were sent: pictures shown in their shape, others as quiet rows to save.
import { useState } from 'react';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { useWords } from '../platform/words.tsx';
import { SaveLink, shownAt } from './save-link.tsx';
import { Viewer } from './viewer.tsx';
import css from './attachments.module.css';

/** `<Attached files={entry.attachments} />`; nothing when there are none. */
export function Attached({ files }: { files: readonly AttachmentRef[] }) {
  const { t } = useWords();
  const [broken, setBroken] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<number | null>(null);
  const pictures = files.filter(({ id, image }) => image && !broken.includes(id));
  const others = files.filter((file) => !pictures.includes(file));
  if (files.length === 0) return null;
  return (
    <div className={css.attached}>
      {pictures.length > 0 && (
        <ul className={css.pictures} aria-label={t('attachments.pictures')}>
          {pictures.map((file, index) => (
            <li key={file.id} style={widthOf(file, pictures.length)}>
              <button
                type="button"
                aria-label={t('attachments.open', { name: file.name })}
                onClick={() => setOpen(index)}
              >
                <img
                  src={shownAt(file.id)}
                  alt={file.name}
                  loading="lazy"
                  style={shapeOf(file)}
                  onError={() => setBroken([...broken, file.id])}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={css.rows} aria-label={t('attachments.files')}>
          {others.map((file) => (
            <li key={file.id}>
              <SaveLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {open !== null && <Viewer pictures={pictures} at={open} onMove={setOpen} onClose={() => setOpen(null)} />}
    </div>
  );
}

// In the page a picture is as high as it is worth, and its place is there before its bytes are.
const highest = { one: 320, several: 176 };
function widthOf({ width, height }: AttachmentRef, count: number) {
  const most = count > 1 ? highest.several : highest.one;
  const wide = width && height ? Math.min(width, Math.round((most * width) / height)) : most;
  return { flex: `0 1 ${Math.max(48, wide)}px` };
}
const shapeOf = ({ width, height }: AttachmentRef) => (width && height ? { aspectRatio: `${width} / ${height}` } : {});
