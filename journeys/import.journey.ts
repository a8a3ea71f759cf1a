// A table of people with bad rows: nothing is written before it was looked at, the bad rows come back with reasons, and twice is once.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { directoryApi } from '../contract/directory.ts';
import { journey } from './journey.ts';
import { labels } from './labels.ts';
import type { Visitor } from './visitor.ts';

const t = labels('en');
const table = `\uFEFFname;email;teams;manager
Eeva Salo;eeva@example.com;Kitchen;
Pekka Aho;pekka at example;;
"Sanna Rinne";sanna@example.com;Kitchen;nobody@example.com
Timo Laakso;timo@example.com;Garden;eeva@example.com
Eeva Salo;EEVA@example.com;;
`;

const fate = (boss: Visitor, one: string) => boss.page.getByRole('tab', { name: t(`directory.import.fate.${one}`) });
const count = async (boss: Visitor) => (await boss.call(directoryApi.listPeople, { query: {} })).items.length;

/** Chooses the file and waits until the fate of its rows is told. */
async function choose(boss: Visitor) {
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await boss.page.locator('input[type=file]').setInputFiles(file);
  await fate(boss, 'refused').waitFor();
}

export default [
  journey(
    'a table of people with bad rows is looked at, written, and the second time changes nothing',
    async (scene) => {
      await scene.company({ people: [], teams: { Kitchen: [] } });
      const boss = await scene.person('Jussi Järvi');
      await boss.go('/people/import');
      await boss.look('before a file is chosen');
      await choose(boss);
      await boss.sees(t('directory.import.ready', { added: 2, changed: 0, unchanged: 0, refused: 3 }));
      for (const [line, reason] of [
        [3, 'Give an e-mail address, like aino@example.com.'],
        [4, 'There is nobody with the address nobody@example.com, neither here nor in a good row of the file.'],
        [6, 'The same is in line 2 already. Keep one of them.'],
      ] as const) {
        const row = boss.page.getByRole('listitem').filter({ hasText: t('directory.import.line', { line }) });
        await row.getByText(reason).waitFor();
      }
      await boss.sees(t('directory.import.newTeams', { count: 1, teams: 'Garden' }));
      await boss.look('with bad rows');
      assert.equal(await count(boss), 1, 'nothing is written yet');

      const saving = boss.page.waitForEvent('download');
      await boss.page.getByRole('link', { name: t('directory.import.download') }).click();
      const saved = await readFile(await (await saving).path(), 'utf8');
      assert.match(saved, /pekka at example.*Give an e-mail address/);
      assert.ok(!saved.includes('timo@example.com'), 'good rows are not among them');

      await fate(boss, 'added').click();
      await boss.sees('Timo Laakso');
      const write = boss.page.getByRole('button', { name: t('directory.import.run', { count: 2 }) });
      assert.ok(await write.isDisabled(), 'bad rows are passed over only with consent');
      await boss.page.getByRole('checkbox', { name: t('directory.import.skip', { count: 3 }) }).check();
      await write.click();
      await boss.sees(t('directory.import.done', { added: 2, changed: 0, refused: 3 }));
      await boss.look('after it was written');
      assert.equal(await count(boss), 3);

      await boss.page.getByRole('button', { name: t('directory.import.another') }).click();
      await choose(boss);
      await boss.sees(t('directory.import.ready', { added: 0, changed: 0, unchanged: 2, refused: 3 }));
      await boss.sees(t('directory.import.nothing'));
      await boss.look('with nothing to write');
    },
  ),
];
