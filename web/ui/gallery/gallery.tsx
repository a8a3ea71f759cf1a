// Every component in every state, to look at while building. Only in development; its words are not translated.
import { useState } from 'react';
import { LanguageSwitch } from '../../platform/own-menu.tsx';
import { wear, themes } from '../../platform/theme.ts';
import { Button } from '../button.tsx';
import { Page, Section } from '../page.tsx';
import { Tabs } from '../tabs.tsx';
import { Fields } from './fields.tsx';
import { Overlays } from './overlays.tsx';
import { Rows } from './rows.tsx';
import { Talk } from './talk.tsx';
import css from './gallery.module.css';

export default function Gallery() {
  const [shown, setShown] = useState<'rows' | 'fields' | 'talk' | 'overlays'>('rows');
  return (
    <Page title="Gallery" sub="Everything that pages are made of." acts={<LanguageSwitch />}>
      <Section title="Theme">
        <div className={css.line}>
          {themes.map((theme) => (
            <Button key={theme} onClick={() => wear(theme)}>
              {theme}
            </Button>
          ))}
        </div>
      </Section>
      <Tabs
        label="Parts"
        chosen={shown}
        onChoose={setShown}
        tabs={[
          { id: 'rows', label: 'Rows and states', count: 3, children: <Rows /> },
          { id: 'fields', label: 'Fields', children: <Fields /> },
          { id: 'talk', label: 'Conversation', children: <Talk /> },
          { id: 'overlays', label: 'Over the page', children: <Overlays /> },
        ]}
      />
    </Page>
  );
}
