// The gallery's conversation: Markdown and the composer.
import { toast } from '../toast.tsx';
import { Composer } from '../composer.tsx';
import { Markdown } from '../markdown.tsx';
import { findColleague } from './fields.tsx';
import css from './gallery.module.css';

const words = `Morning @[Mika Korhonen](person:01890a5d-ac96-774b-bcce-b302099a8058)! The projector in **Sali 3** shows *everything* in green.

- cable: \`HDMI-2\`
- laptop: https://example.com/laptops

1. tried another laptop
2. tried another cable

> Same cable as in October.

<script>alert(1)</script>`;

export const Talk = () => (
  <div className={css.stack}>
    <Markdown>{words}</Markdown>
    <Composer
      label="Write to Mika and IT…"
      draftKey="gallery"
      mention={findColleague}
      teamOnly="Only IT sees this"
      note="Reads warm and clear"
      limit={400}
      onSend={async (sent, { teamOnly }) => {
        toast(`${teamOnly ? 'To the team' : 'Sent'}: ${sent}`);
        return true;
      }}
    />
  </div>
);
