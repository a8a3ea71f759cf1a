// Sample articles in Finnish.
import type { SampleArticle } from './sample-articles.ts';

export const articlesFi: SampleArticle[] = [
  {
    team: 'housekeeping',
    language: 'fi',
    daysAgo: 78,
    helped: 22,
    spared: 8,
    checkIn: 45,
    versions: [
      {
        by: 'mirja',
        title: 'Lisävuode tai pinnasänky huoneeseen',
        body: 'Vuoteet ovat toisen kerroksen liinavaatevarastossa. Viktor tuo ne.',
      },
      {
        by: 'pirjo',
        title: 'Lisävuode tai pinnasänky: mistä, kuka ja kuinka nopeasti',
        note: 'Tampereen varasto ja lasten vuodevaatteet',
        body: `Tee pyyntö **huoneen numerolla ja saapumisajalla**. Enempää emme tarvitse.

- Ennen kello 14 tilattu on huoneessa, kun vieras saapuu.
- Myöhemmin tilattu tulee tunnissa. Illalla Irina tuo sen iltasiivouksen yhteydessä.

## Mitä meillä on

| Mitä | Helsinki | Tampere |
|---|---|---|
| Lisävuode, 80 cm | 14 | 6 |
| Pinnasänky | 9 | 4 |
| Reunapatja | 6 | 2 |

Kolmeen pieneen huoneeseen (**214, 314, 414**) lisävuode ei mahdu niin, että ovi aukeaa. Tarjoa silloin huonetta käytävän toiselta puolelta.

Lasten peitot ovat ohuempia ja ne pyydetään erikseen. Unilelu kuuluu taloon: sen saa pitää.`,
      },
    ],
  },
  {
    team: 'housekeeping',
    language: 'fi',
    daysAgo: 55,
    helped: 16,
    spared: 4,
    versions: [
      {
        by: 'eija',
        title: 'Löytötavarat: minne ne viedään ja kuinka kauan säilytetään',
        body: `1. Laita esine pussiin ja kirjoita päälle **päivä, huone ja oma nimesi**.
2. Vie pussi vastaanoton takahuoneen siniseen kaappiin saman vuoron aikana.
3. Kirjaa se vihkoon. Valokuva auttaa, kun vieras soittaa.

Säilytämme kolme kuukautta. **Passit, lääkkeet ja silmälasit** soitetaan vieraalle samana päivänä; ruoka heitetään pois illalla.

Lompakosta ei lasketa rahoja yksin. Pyydä joku viereen.`,
      },
    ],
  },
  {
    team: 'maintenance',
    language: 'fi',
    daysAgo: 66,
    services: ['keys'],
    helped: 19,
    spared: 7,
    checkIn: -8,
    versions: [
      {
        by: 'ismo',
        title: 'Avainkortti ei avaa ovea',
        body: `Ennen kuin soitat meille, kolme asiaa:

1. **Katso valoa.** Vihreä mutta ovi ei aukea: paina ovea samalla, kun käännät kahvaa. Tiiviste on uusi ja jäykkä.
2. **Punainen valo:** kortti on ollut puhelimen vieressä. Koodaa uusi vastaanotossa.
3. **Ei valoa lainkaan:** lukon paristo on lopussa. Silloin tulemme heti, myös yöllä: **4422**.

Lukkoon jää jälki jokaisesta avauksesta. Jos joku epäilee, että huoneessa on käyty, älä arvaile: kerro meille kellonaika, niin katsomme.`,
      },
    ],
  },
  {
    team: 'maintenance',
    language: 'fi',
    daysAgo: 41,
    services: ['repair'],
    helped: 12,
    spared: 5,
    versions: [
      {
        by: 'antti',
        title: 'Huoneessa on kylmä: mitä voi tehdä itse',
        body: `Patterin termostaatti reagoi hitaasti. Anna sille **tunti**.

- Onko verho patterin edessä? Lämpö jää sen taakse.
- Onko ikkuna *tuuletusasennossa*? Se ei näytä avoimelta, mutta on.
- Kylpyhuoneen lattialämmitys palautuu itsestään, kun kortti on ollut paikallaan 20 minuuttia.

Jos huoneessa on yhä alle 19 astetta, tuo vieraalle lämpöpuhallin varastosta ja tee meille pyyntö. Emme halua, että kukaan nukkuu villasukat jalassa, ellei hän itse pidä siitä.`,
      },
    ],
  },
  {
    team: 'front-desk',
    language: 'fi',
    daysAgo: 58,
    helped: 13,
    spared: 2,
    versions: [
      {
        by: 'katri',
        title: 'Ryhmän saapuminen: lista kahta päivää ennen',
        body: `Neljäkymmentä ihmistä saa avaimensa viidessä minuutissa, kun tämä on tehty.

1. Huonelista varauksista **kaksi päivää ennen klo 12**.
2. Avainkortit kuoriin, nimi ja kerros päälle, aakkosjärjestys.
3. Allergiat keittiölle, pinnasängyt siivoukseen.
4. Bussin pysäköinti: Yusuf tietää.
5. Joku meistä odottaa **ovella**, ei tiskin takana.

Ryhmän vetäjälle kahvi ensin. Kaikki muu sujuu sen jälkeen helpommin.`,
      },
    ],
  },
  {
    team: 'reservations',
    language: 'fi',
    daysAgo: 36,
    helped: 10,
    spared: 3,
    versions: [
      {
        by: 'lauri',
        title: 'Lahjakortti on vanhentunut tai hukassa',
        body: `**Vanhentunut:** jatkamme voimassaoloa vuodella, kun siitä on alle kaksi vuotta. Ei tarvitse kysyä lupaa; kirjaa syy.

**Hukassa:** ostaja löytyy sähköpostiosoitteella tai ostopäivällä. Mitätöi vanha numero *ennen* kuin annat uuden.

**Väärä summa:** älä selitä vaan korjaa. Ero on aina pienempi kuin harmi.`,
      },
    ],
  },
  {
    team: 'finance',
    language: 'fi',
    daysAgo: 30,
    helped: 15,
    spared: 6,
    reading: 'everyone',
    versions: [
      {
        by: 'sirpa',
        title: 'Palkka: milloin, mistä lisät tulevat ja mitä tehdä, jos jokin puuttuu',
        body: `Palkka tulee kuun **15. päivä**. Jos se on viikonloppu, palkka tulee perjantaina.

- Iltalisä kello 18–23, yölisä 23–6, sunnuntai kaksinkertaisena.
- Lisät maksetaan edellisen kuun tunneista. Marraskuun yöt näkyvät siis joulukuussa.

## Jokin puuttuu

Kerro **päivä ja vuoro**. Korjaan sen seuraavaan maksuun, ja jos summa on yli sata euroa, maksan sen heti. Kukaan ei joudu odottamaan vuokrarahojaan meidän virheemme takia.`,
      },
    ],
  },
];
