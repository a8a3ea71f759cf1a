// Several views of one thing, one of them shown.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import css from './tabs.module.css';

export type TabOf<K extends string> = { id: K; label: ReactNode; count?: number; children: ReactNode };

/** `<Tabs label="The queue" tabs={[{ id, label, count, children }]} chosen={id} onChoose={…} />`; uncontrolled without `chosen`. */
export function Tabs<K extends string>(props: {
  label: string;
  tabs: readonly TabOf<K>[];
  chosen?: K;
  onChoose?: (id: K) => void;
}) {
  const choose = (key: unknown) => {
    const tab = props.tabs.find((one) => one.id === key);
    if (tab) props.onChoose?.(tab.id);
  };
  return (
    <AriaTabs {...(props.chosen === undefined ? {} : { selectedKey: props.chosen })} onSelectionChange={choose}>
      <TabList aria-label={props.label} className={css.list ?? ''}>
        {props.tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={css.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={css.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={css.panel ?? ''}>
          {tab.children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
