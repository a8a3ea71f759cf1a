// Words with the searched ones marked: as elements, so nothing that somebody wrote becomes HTML.
import { segments } from './match.ts';

export const Marked = ({ text, sought }: { text: string; sought: readonly string[] }) => (
  <span dir="auto">
    {segments(text, sought).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}
  </span>
);
