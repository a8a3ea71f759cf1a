// Sample articles in English.
import type { SampleArticle } from './sample-articles.ts';

export const articlesEn: SampleArticle[] = [
  {
    team: 'it',
    language: 'en',
    daysAgo: 84,
    helped: 31,
    spared: 12,
    checkIn: 60,
    versions: [
      {
        by: 'tariq',
        title: 'The projector shows no picture',
        body: 'Press **Source** on the remote until it says HDMI 1. If nothing happens, pull the plug, count to ten, and put it back.',
      },
      {
        by: 'freya',
        title: 'When a projector or screen shows no picture',
        note: 'Sali 3 has a new switch; a table of the halls',
        body: `Nine times out of ten it is the source or the cable. Two minutes, in this order:

1. Press **Source** on the remote until the screen says the name in the table below.
2. Push the cable in at **both** ends: at the laptop and at the floor box.
3. On the laptop press **Windows + P** and choose *Duplicate*. On a Mac open *Displays* and choose *Mirror*.
4. Still dark? Switch the projector off at the wall, count to ten, switch it on.

## Which source in which hall

| Hall | Source | Good to know |
|---|---|---|
| Sali 1 and 2 | HDMI 1 | The remote lives in the lectern drawer |
| Sali 3 | HDMI 2 | There is a switch beside the door: it must be **up** |
| Winter Garden | Wireless | Choose *WG-Screen*; the code stands on the picture |
| Tampere, Koski | HDMI 1 | Warm-up takes a full minute |

## Only green, pink or blue

A pin of the cable is bent. Take another from the box under the stage and lay the old one on the service desk with a knot in it, so that nobody takes it again.

## If guests are already sitting there

Do not search any longer: **call 4411**. Whoever is on duty comes at once, also in the evening.`,
      },
    ],
  },
  {
    team: 'it',
    language: 'en',
    daysAgo: 70,
    services: ['sign-in'],
    helped: 24,
    spared: 9,
    versions: [
      {
        by: 'jussi',
        title: 'A forgotten password, and a telephone that was changed',
        body: `You can do both yourself, at any hour.

## A forgotten password

1. On the sign-in page choose **I cannot get in**.
2. The link comes to your work address, and works for one hour.
3. Choose three or four words that mean something only together. *Longer is better than stranger.*

## A new telephone

Before you wipe the old one: open *My security* and add a passkey from the new one. Then the old one may go.

If the old telephone is already gone, come to the service desk with anything that has your picture on it. We never do this by telephone, not even for the managing director; please do not be cross with us.`,
      },
    ],
  },
  {
    team: 'it',
    language: 'en',
    daysAgo: 52,
    helped: 17,
    spared: 6,
    checkIn: -3,
    versions: [
      {
        by: 'tariq',
        title: 'The till does not print',
        body: 'Open the lid, turn the roll round, close the lid until it clicks.',
      },
      {
        by: 'tariq',
        title: 'A till prints nothing, or blank slips',
        note: 'Blank slips come from the roll, not from the printer',
        body: `**Blank slips:** the roll lies the wrong way round. Thermal paper prints on one side only: scratch it with a fingernail, the side that turns dark must face *up*.

**Nothing at all:**

1. Open the lid and close it until it clicks on *both* sides.
2. Is the small light red? There is a crumb of paper under the knife; blow it out.
3. Print a test: hold the feed button while you switch the printer on.

Write slips by hand meanwhile, with time and table. The till remembers every sale; nothing is lost but the paper.`,
      },
    ],
  },
  {
    team: 'it',
    language: 'en',
    daysAgo: 33,
    helped: 3,
    spared: 0,
    reading: 'team',
    versions: [
      {
        by: 'kirill',
        title: 'Restarting the core switch, and whom to warn first',
        body: `Only between 03:30 and 04:15, and only with two of us awake.

1. Tell the night manager **before**, not while: the lifts announce nothing, but the door locks fall back to their own memory for two minutes.
2. Tampere first. If Tampere does not come back within four minutes, stop there.
3. Note the minute in the log, also when all went well.`,
      },
    ],
  },
  {
    team: 'events',
    language: 'en',
    daysAgo: 61,
    helped: 14,
    spared: 5,
    versions: [
      {
        by: 'otto',
        title: 'How many chairs fit into which hall',
        body: `The fire inspector counts, so we do as well.

| Hall | Rows | Classroom | Round tables | Standing |
|---|---|---|---|---|
| Sali 1 | 120 | 70 | 80 | 150 |
| Sali 2 | 80 | 44 | 56 | 100 |
| Sali 3 | 40 | 24 | 24 | 50 |
| Winter Garden | – | – | 64 | 90 |
| Koski, Tampere | 60 | 36 | 40 | 70 |

The numbers leave room for a wheelchair in each row and for a trolley behind the last one. **Two more chairs are never only two more chairs**: ask us, we will find another hall instead.`,
      },
    ],
  },
  {
    team: 'finance',
    language: 'en',
    daysAgo: 75,
    services: ['expense'],
    helped: 28,
    spared: 11,
    checkIn: 120,
    versions: [
      {
        by: 'linnea',
        title: 'Travel expenses: what we pay back, and when',
        body: `Send it by the **5th**, and it is on your account with the pay of the **15th**.

## What we need

- A picture of each receipt, whole, with the date on it.
- Where you went, for whom, and what it was good for, in one sentence.
- For your own car: from where to where. We count the kilometres.

## What we pay

Trains in second class, taxis when no bus runs any more, a decent meal. *Decent* means that you would not be ashamed to show the slip to the person who washes our dishes.

## A receipt is lost

It happens. Write what it was and what it cost, and have your lead add a line. Three in a year are an accident; the fourth becomes a conversation.`,
      },
    ],
  },
  {
    team: 'purchasing',
    language: 'en',
    daysAgo: 47,
    helped: 9,
    spared: 3,
    versions: [
      {
        by: 'abena',
        title: 'I need something that we have never bought before',
        body: `Tell us **what it should do**, not what it should be called. "Forty people must hear the speaker in the garden" is a better order than "a loudspeaker".

- Up to 200 euros: your lead says yes, we order the same day.
- Up to 5,000 euros: we compare three offers. Count on a week.
- More: Henrik signs on Thursdays.

What we buy once in ten years, we look at together. Bring the person who will clean it.`,
      },
    ],
  },
  {
    team: 'legal',
    language: 'en',
    daysAgo: 39,
    helped: 11,
    spared: 4,
    versions: [
      {
        by: 'chloe',
        title: 'May we take and show pictures of guests?',
        body: `**Of a party as a whole:** yes, when a sign at the door says so. The sign lies in the lectern of each hall, in four languages.

**Of one person who can be recognised:** ask, before you press. A nod is enough for the album of the house; for the web we need the slip (it takes ten seconds to sign).

**Of children:** only when a parent says yes, in writing, each time.

Somebody changed their mind? Take it down first, today, and ask us afterwards.`,
      },
    ],
  },
  {
    team: 'hr',
    language: 'en',
    daysAgo: 80,
    helped: 35,
    spared: 14,
    checkIn: 90,
    versions: [
      {
        by: 'oskar',
        title: 'Your first week with us',
        body: 'Bring a bank account number and your tax card. On the first morning somebody waits for you at the staff entrance.',
      },
      {
        by: 'jenni',
        title: 'Your first week with us, and whom to ask what',
        note: 'Day by day, and what to do when ill',
        body: `Somebody waits for you at the staff entrance. You need not know anything yet.

## Before you come

- Tax card and bank account, through the link in your letter
- Shoes that you can stand in for eight hours; everything else you get from us

## Day by day

1. **Monday.** Keys, uniform, a walk through the whole house, lunch with your team.
2. **Tuesday and Wednesday.** You walk beside a colleague. Ask *everything*; they asked it too.
3. **Thursday.** Safety card with Oskar: two hours, coffee included.
4. **Friday.** Half an hour with your lead: what was good, what was strange?

## If you fall ill

Call your shift leader before the shift begins. A message is not enough in the first weeks, because we would worry.

## Whom to ask what

Pay: Sirpa. Papers and permits: Nadezhda. Uniforms: Teresa. Anything that feels wrong: Amara, behind a closed door.`,
      },
    ],
  },
  {
    team: 'hr',
    language: 'en',
    daysAgo: 12,
    helped: 0,
    spared: 0,
    state: 'draft',
    versions: [
      {
        by: 'oskar',
        title: 'Working while you study: how we plan around exams',
        body: `Tell us your exam weeks as soon as you know them, best before the rota of the next month is made on the 20th.

*(Still to write: what about re-sits? Ask Jenni.)*`,
      },
    ],
  },
  {
    team: 'marketing',
    language: 'en',
    daysAgo: 26,
    services: ['print'],
    helped: 6,
    spared: 1,
    versions: [
      {
        by: 'david',
        title: 'How to order a sign, a menu or a card',
        body: `Send us the words as you would say them. We make them short, and Emma makes them beautiful.

- **A sign for tomorrow:** by noon, black on white, from our printer.
- **Menus:** three working days, four languages.
- **Anything that a guest takes home:** two weeks, please.

Please say *where* it will hang. A sign that one reads in passing has seven words; one that one reads while waiting may have thirty.`,
      },
    ],
  },
];
