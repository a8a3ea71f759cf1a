// The gallery's fields and forms.
import { useState } from 'react';
import { Problem } from '../../platform/api.ts';
import { Button } from '../button.tsx';
import { Combobox, type Findable } from '../combobox.tsx';
import { Select, TextArea, TextField } from '../field.tsx';
import { Form, FormActs } from '../form.tsx';
import { Rating, type Rated } from '../rating.tsx';
import { Check, Switch } from '../switch.tsx';

export const colleagues: readonly Findable[] = [
  {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    name: 'Aino Virtanen',
    does: 'Front desk: the guests’ first and last word',
  },
  {
    id: '01890a5d-ac96-774b-bcce-b302099a8058',
    name: 'Mika Korhonen',
    does: 'Keeps projectors, cables and tills alive',
  },
  { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Олег Петров', does: 'Housekeeping, floors 3–5' },
  { id: '01890a5d-ac96-774b-bcce-b302099a8060', name: 'IT', does: 'Everything with a plug', kind: 'team' },
];
export const findColleague = async (text: string) =>
  colleagues.filter((one) => one.name.toLowerCase().includes(text.toLowerCase()));

const refused = new Problem({
  status: 422,
  code: 'invalid',
  detail: 'Some of it needs mending.',
  fields: [
    { path: 'due', code: 'dueInPast', detail: 'This time has already passed; choose a later one.' },
    { path: 'elsewhere', code: 'x', detail: 'The team has no working hours that day.' },
  ],
});

export function Fields() {
  const [who, setWho] = useState<Findable | null>(null);
  const [rated, setRated] = useState<Rated | null>(4);
  const [on, setOn] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(refused);
  return (
    <Form problem={problem} onSubmit={() => setProblem(problem ? null : refused)}>
      <TextField
        label="What do you need?"
        name="title"
        limit={40}
        defaultValue="The projector in Sali 3 shows only green"
        description="One sentence is enough."
      />
      <TextField label="By when" name="due" defaultValue="yesterday" />
      <TextField label="Room" name="room" optional placeholder="Sali 3" />
      <TextField label="E-mail" name="email" disabled defaultValue="aino@example.com" />
      <TextArea
        label="More words"
        name="words"
        limit={60}
        defaultValue="Morning! The projector in Sali 3 shows everything in green, and the family comes on Tuesday."
      />
      <Select label="Language" name="language">
        <option>English</option>
        <option>Suomi</option>
      </Select>
      <Combobox
        label="Whom do you ask?"
        of="gallery"
        search={findColleague}
        value={who}
        onChoose={setWho}
        description="A person or a team."
      />
      <Switch checked={on} onChange={setOn} description="Told in the app and by mail.">
        Tell me when somebody greets
      </Switch>
      <Check name="behalf" description="They will see it as theirs.">
        On behalf of a colleague
      </Check>
      <Rating label="Was it in time?" value={rated} onChange={setRated} />
      <FormActs>
        <Button weight="main" type="submit">
          Ask
        </Button>
        <Button weight="quiet">Never mind</Button>
      </FormActs>
    </Form>
  );
}
