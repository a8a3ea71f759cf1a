// The gallery's rows, faces, tags, buttons and states.
import { useState } from 'react';
import { Problem } from '../../platform/api.ts';
import { useNow } from '../../platform/now.ts';
import { Button, IconButton, LinkButton } from '../button.tsx';
import { Face } from '../face.tsx';
import { Icon } from '../icons.tsx';
import { Card, Note, Section } from '../page.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { Folding, Row, RowList } from '../row.tsx';
import { EmptyState, ErrorState, Loading, NotAllowed, NotFound } from '../states.tsx';
import { Tag } from '../tag.tsx';
import css from './gallery.module.css';

const people = [
  'Aino Virtanen',
  'Mika Korhonen',
  'Олег Петров',
  'Lucía Fernández',
  'Nadia',
  'Tuomas Lindqvist',
  'Mercedes de la Cruz',
];
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

export function Rows() {
  const now = useNow();
  const [gone, setGone] = useState(false);
  return (
    <div className={css.stack}>
      <Section title="You promised" note="three things">
        <RowList>
          <Row
            late
            time={<RelativeTime at={later(now, 130)} stacked />}
            title="Two spare key cards for the third-floor linen room"
            to="/gallery"
            sub={
              <>
                for Oleg, Housekeeping <Tag kind="risk">at risk: the encoder is in repair</Tag>
              </>
            }
            acts={
              <>
                <Button weight="main">Offer a new time</Button>
                <Button weight="quiet">Done</Button>
              </>
            }
          />
          <Row
            time={<RelativeTime at={later(now, 60 * 29)} show="when" />}
            title="Guest list for the Lindqvist wedding, checked against allergies"
            sub="for Mercedes, Kitchen"
            acts={<Button>Done</Button>}
            current
          />
          <Row
            time={<RelativeTime at={later(now, 60 * 75)} stacked />}
            title="Sami can sign in to the booking system"
            sub="for Sami, Reservations · his first week"
            acts={<Button pending>Done</Button>}
            pick={<input type="checkbox" aria-label="Pick" />}
          />
        </RowList>
        <Folding gone={gone}>
          <RowList>
            <Row
              time="Delivered"
              title="Projector in Sali 3 works, and the cable is labelled"
              sub={
                <>
                  by Mika, IT <Tag kind="kept">on time</Tag> <Tag kind="miss">missed by a day</Tag> <Tag>31 of 44</Tag>
                </>
              }
              acts={
                <Button weight="main" onClick={() => setGone(true)}>
                  Thank and close
                </Button>
              }
            />
          </RowList>
        </Folding>
        <RowList>
          {people.map((name) => (
            <Row key={name} narrow time={<Face of={{ id: name, name }} />} title={name} sub="Front desk" />
          ))}
        </RowList>
      </Section>
      <Section title="Buttons">
        <div className={css.line}>
          <Button weight="main">Promise</Button>
          <Button>Fine</Button>
          <Button weight="quiet">Not right yet</Button>
          <Button weight="danger">Withdraw</Button>
          <Button weight="main" pending>
            Sending
          </Button>
          <Button weight="main" disabled>
            Not now
          </Button>
          <LinkButton to="/gallery">A link</LinkButton>
          <IconButton label="Notices">
            <Icon name="bell" />
          </IconButton>
        </div>
      </Section>
      <Section title="Faces">
        <div className={css.line}>
          {people.map((name) => (
            <Face key={name} of={{ id: name, name }} size="large" />
          ))}
          <Face of={{ id: 'it', name: 'IT' }} square />
          <Face of={{ id: 'x', name: 'Sami' }} size="small" />
        </div>
      </Section>
      <Section title="Card and note">
        <Card>
          <h2>Tuesday 13:30</h2>
          <p>A working projector in Sali 3</p>
        </Card>
        <Note title="Thanks">
          <blockquote>You stayed on the phone until the guest could smile again.</blockquote>
        </Note>
      </Section>
      <Section title="States">
        <EmptyState title="Nobody is waiting for you" icon="thanks" acts={<Button weight="main">Ask somebody</Button>}>
          What you promise will stand here with its time, the next one first.
        </EmptyState>
        <Loading />
        <ErrorState problem={new Problem({ status: 0, code: 'offline', detail: '' })} again={() => undefined} />
        <NotFound />
        <NotAllowed />
      </Section>
    </div>
  );
}
