// Where a file is had from: shown as a picture, or saved under its name.
import { attachmentsApi, type AttachmentRef } from '../../contract/attachments.ts';
import { addressOf } from '../platform/api.ts';
import { useWords } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import { kindOf, sizeInWords } from './size.ts';
import css from './attachments.module.css';

/** Where a picture is shown from. */
export const shownAt = (id: string) =>
  addressOf(attachmentsApi.getAttachment, { params: { id }, query: { inline: true } });

/** The name with size and kind; pressing it saves the file. */
export function SaveLink({ file }: { file: AttachmentRef }) {
  const words = useWords();
  const facts = [kindOf(file.name), sizeInWords(file.size, words)].filter(Boolean).join(' · ');
  return (
    <a
      className={css.save}
      href={addressOf(attachmentsApi.getAttachment, { params: { id: file.id } })}
      download={file.name}
    >
      <Icon name="file" />
      <span dir="auto">{file.name}</span>
      <small>{facts}</small>
    </a>
  );
}
