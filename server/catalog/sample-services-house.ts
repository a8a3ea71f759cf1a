// Services of housekeeping, maintenance, kitchen, restaurant and front desk, in the languages of those teams. Data only; seed.ts offers them.
import { atLeast, is, may, need, type SampleService } from './sample-questions.ts';

export const houseServices: SampleService[] = [
  {
    key: 'room-ready',
    team: 'housekeeping',
    name: 'Huone valmiiksi etuajassa',
    description: 'Kun vieras tulee ennen kello kolmea. Kerro huone ja kellonaika, niin käännämme järjestyksen.',
    sight: 'open',
    askers: ['front-desk', 'reservations', 'events'],
    greetingMinutes: 15,
    form: [
      need('room', 'text', 'Mikä huone?'),
      need('at', 'dateTime', 'Mihin mennessä?'),
      need('extra', 'choices', 'Mitä muuta?', {
        options: ['Lisävuode', 'Pinnasänky', 'Allergiapeitot', 'Kukat', 'Ei muuta'],
      }),
      need('child', 'number', 'Kuinka vanha lapsi on?', { when: { field: 'extra', is: 'is', value: 'Pinnasänky' } }),
    ],
    hello: 'Selvä! Katsomme, kuka on lähimpänä, ja kerromme ajan muutamassa minuutissa.',
    goodbye: 'Huone on valmis ja tarkastettu. Toivota vieras tervetulleeksi meidänkin puolestamme!',
  },
  {
    key: 'linen',
    team: 'housekeeping',
    name: 'Liinavaatteita ja pyyhkeitä',
    description: 'Lisää pyyhkeitä, pöytäliinoja juhlaan tai vaihto kesken päivän.',
    form: [
      need('what', 'choices', 'Mitä?', {
        options: ['Pyyhkeitä', 'Lakanoita', 'Pöytäliinoja', 'Lautasliinoja', 'Kylpytakkeja'],
      }),
      need('count', 'number', 'Kuinka monta?'),
      need('where', 'text', 'Minne?'),
      may('when', 'dateTime', 'Mihin mennessä?'),
      may('colour', 'choice', 'Minkä väriset liinat?', {
        options: ['Valkoiset', 'Pellava', 'Siniset'],
        when: { field: 'what', is: 'is', value: 'Pöytäliinoja' },
      }),
    ],
    checklist: ['Laske kahdesti', 'Vie perille', 'Merkitse pesulan listaan'],
  },
  {
    key: 'lost',
    team: 'housekeeping',
    name: 'Vieraalta jäi jotakin',
    description: 'Etsimme huoneesta, pesulasta ja pölynimuristakin, ja lähetämme perään.',
    sight: 'open',
    form: [
      need('what', 'longText', 'Mitä jäi, ja miltä se näyttää?'),
      need('room', 'text', 'Missä huoneessa tai tilassa?'),
      need('left', 'date', 'Milloin vieras lähti?'),
      may('guest', 'text', 'Minne lähetämme, jos löytyy?'),
    ],
    goodbye: 'Löytyi ja lähti! Kerrothan vieraalle, että lähetysnumero on tässä.',
  },
  {
    key: 'deep-clean',
    team: 'housekeeping',
    name: 'Генеральная уборка',
    description:
      'Зал после большого праздника, номер после ремонта, кухня после закрытия. Скажите, когда помещение свободно, остальное за нами.',
    askers: ['events', 'restaurant', 'kitchen', 'maintenance', 'front-desk'],
    form: [
      need('where', 'text', 'Где?'),
      need('free', 'dateTime', 'С какого времени свободно?'),
      need('until', 'dateTime', 'К какому времени нужно?'),
      need('special', 'choices', 'На что обратить внимание?', {
        options: ['Пятна', 'Ковры', 'Окна', 'Запах', 'Ничего особенного'],
      }),
      may('stain', 'text', 'От чего пятно?', {
        when: { field: 'special', is: 'is', value: 'Пятна' },
        help: 'Вино, воск и кофе чистят по-разному.',
      }),
    ],
    checklist: ['Проветрить', 'Ковры и пятна', 'Окна', 'Показать результат тому, кто просил'],
    hello: 'Здравствуйте! Мы увидели вашу просьбу и подбираем людей на это время.',
    goodbye: 'Всё чисто, мы прошли по каждому углу. Если что-то упустили, скажите: вернёмся сегодня же.',
  },
  {
    key: 'repair',
    team: 'maintenance',
    name: 'Jokin on rikki',
    description: 'Hana tippuu, lamppu vilkkuu, ovi ei sulkeudu. Kuva kertoo enemmän kuin kolme lausetta.',
    sight: 'open',
    greetingMinutes: 30,
    form: [
      need('where', 'text', 'Missä?'),
      need('what', 'choice', 'Mikä?', {
        options: ['Vesi', 'Sähkö', 'Ovi tai lukko', 'Lämpö tai ilma', 'Laite', 'Muu'],
      }),
      need('now', 'choice', 'Tuleeko vettä juuri nyt?', {
        options: ['Kyllä', 'Ei'],
        when: is('what', 'Vesi'),
        help: 'Jos tulee, soita heti: 4444.',
      }),
      need('machine', 'text', 'Mikä laite, ja mitä siinä lukee?', { when: is('what', 'Laite') }),
      may('picture', 'file', 'Kuva'),
      need('guest', 'choice', 'Onko vieras huoneessa?', { options: ['Kyllä', 'Ei', 'En tiedä'] }),
    ],
    checklist: [
      'Katso paikan päällä',
      'Tee turvalliseksi',
      'Korjaa tai tilaa osa',
      'Siivoa jäljet',
      'Kerro pyytäjälle',
    ],
    hello: 'Kiitos kun kerroit! Joku meistä käy katsomassa, ja näet täällä kuka.',
    goodbye: 'Nyt toimii. Jos vika palaa, avaa tämä uudelleen, niin tiedämme etsiä syytä syvemmältä.',
  },
  {
    key: 'furnish',
    team: 'maintenance',
    name: 'Pöydät, tuolit ja lavat paikoilleen',
    description: 'Kokous, häät tai koko salin uusi järjestys. Piirros auttaa, vaikka se olisi lautasliinalla.',
    askers: ['events', 'restaurant', 'it', 'marketing', 'hr', 'front-desk'],
    form: [
      need('room', 'choice', 'Missä?', { options: ['Sali 1', 'Sali 2', 'Sali 3', 'Meri', 'Aurinko', 'Terassi'] }),
      need('seats', 'number', 'Kuinka monta istuu?'),
      may('stage', 'text', 'Kuinka suuri lava?', { when: atLeast('seats', 80) }),
      need('ready', 'dateTime', 'Mihin mennessä valmista?'),
      may('drawing', 'file', 'Piirros'),
    ],
    also: ['meeting-room', 'linen'],
  },
  {
    key: 'keys',
    team: 'maintenance',
    name: 'Avain tai kulkutunniste',
    description: 'Uusi, kadonnut tai väärille oville. Kadonneen suljemme heti, kun kerrot.',
    sight: 'private',
    greetingMinutes: 30,
    form: [
      need('what', 'choice', 'Mitä tarvitset?', { options: ['Uuden', 'Lisää ovia', 'Omani katosi'] }),
      need('doors', 'text', 'Mihin oviin?', { when: { field: 'what', is: 'isNot', value: 'Omani katosi' } }),
      need('seen', 'dateTime', 'Milloin se oli viimeksi tallessa?', { when: is('what', 'Omani katosi') }),
      may('for', 'person', 'Kenelle, jos ei sinulle?'),
    ],
    approval: ['manager'],
  },
  {
    key: 'allergens',
    team: 'kitchen',
    name: 'Erityisruokavalio ja allergiat',
    description:
      'Yhdelle vieraalle tai kolmellesadalle. Mikään kysymys ei ole liian pieni: vastaamme jokaisesta lautasesta.',
    askers: ['restaurant', 'events', 'front-desk', 'reservations', 'marketing', 'malaga'],
    form: [
      need('who', 'text', 'Kuka tai mikä seurue?'),
      need('diets', 'choices', 'Mitä vältetään?', {
        options: ['Gluteeni', 'Maito', 'Pähkinä', 'Kala ja äyriäiset', 'Kananmuna', 'Liha', 'Muu'],
      }),
      need('other', 'text', 'Mitä muuta?', { when: { field: 'diets', is: 'is', value: 'Muu' } }),
      need('serious', 'choice', 'Kuinka vakavaa se on?', {
        options: ['Hengenvaarallista', 'Vatsa sairastuu', 'Oma valinta'],
      }),
      need('when', 'dateTime', 'Milloin ruokaillaan?'),
    ],
    greetingMinutes: 30,
    checklist: ['Resepti tarkistettu', 'Oma lauta ja veitsi', 'Kerrottu sille, joka vie pöytään'],
    goodbye:
      'Ruokalista on tarkistettu, ja keittiö tietää nimen. Tuo vieras tervehtimään, jos hän haluaa kuulla lisää.',
  },
  {
    key: 'staff-food',
    team: 'kitchen',
    name: 'Tarjottavaa kokoukseen tai koulutukseen',
    description: 'Kahvia, voileipiä, keittoa. Kun kerrot päivää ennen, leivomme itse.',
    form: [
      need('what', 'choices', 'Mitä?', {
        options: ['Kahvi ja tee', 'Hedelmiä', 'Voileipiä', 'Leivonnaisia', 'Keittolounas'],
      }),
      need('people', 'number', 'Kuinka monelle?'),
      need('when', 'dateTime', 'Milloin?'),
      need('where', 'text', 'Minne?'),
      may('price', 'money', 'Paljonko saa maksaa?', { when: atLeast('people', 20) }),
    ],
    also: ['allergens', 'furnish'],
  },
  {
    key: 'table',
    team: 'restaurant',
    name: 'A table for our own guests',
    description: 'Partners, press, a colleague’s farewell. Tell us who comes, and we find the right corner.',
    form: [
      need('who', 'text', 'Who comes?'),
      need('when', 'dateTime', 'When?'),
      need('people', 'number', 'How many?'),
      need('pays', 'choice', 'Who pays?', { options: ['The guests', 'The house', 'My team'] }),
      need('why', 'text', 'What is the occasion?', { when: is('pays', 'The house') }),
    ],
    approval: ['bruno'],
    also: ['allergens'],
  },
  {
    key: 'hands',
    team: 'restaurant',
    name: 'Hands for a big evening',
    description: 'When your team is short and ours has a quiet hour. We lend people who like it.',
    askers: ['events', 'front-desk', 'kitchen', 'malaga'],
    form: [
      need('from', 'dateTime', 'From when?'),
      need('hours', 'number', 'For how many hours?'),
      need('people', 'number', 'How many people?'),
      need('what', 'longText', 'What will they do?'),
    ],
    greetingMinutes: 30,
  },
  {
    key: 'vip',
    team: 'front-desk',
    name: 'A guest who should feel special',
    description:
      'A tenth stay, an engagement, a long illness behind them. Tell us what you know, and we make the arrival theirs.',
    form: [
      need('who', 'text', 'Which guest?'),
      need('arrives', 'date', 'When do they arrive?'),
      need('why', 'longText', 'What makes this stay special?'),
      may('spend', 'money', 'What may it cost?', { help: 'Up to 50 needs nobody’s yes.' }),
    ],
    also: ['room-ready'],
  },
];
