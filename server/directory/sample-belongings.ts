// What the people of the sample company know and speak, when some of them work, who is away, and dotted lines. Data only.
import { usualWeek, type Week } from '../../contract/working-time.ts';

/** By the key of the person; skills in their own words. */
export const sampleSkills: Record<string, string[]> = {
  aino: ['Guest wishes', 'Difficult conversations', 'First aid'],
  lucia: ['Long stays', 'Translation Spanish–English'],
  samuel: ['Night safety', 'First aid', 'Fire drills'],
  katri: ['Group arrivals', 'Excel'],
  timur: ['Theatre tickets', 'Restaurants in Helsinki', 'Translation Russian–English'],
  riikka: ['Rotas', 'Training newcomers'],
  marja: ['Budgets', 'Rotas', 'Mentoring'],
  oleg: ['Stains', 'Linen'],
  svetlana: ['Room planning', 'Training newcomers'],
  zainab: ['Stains', 'Delicate fabrics'],
  pirjo: ['Linen', 'Training newcomers', 'First aid'],
  tuomas: ['Heat pumps', 'Electrical work', 'Saunas'],
  aleksei: ['Plumbing', 'Locks'],
  saara: ['Electrical work', 'Fire drills'],
  mika: ['Networks', 'Incident calm', 'Mentoring'],
  jussi: ['Identity and sign-in', 'Linux', 'Backups'],
  kirill: ['Projectors', 'Networks', 'Sound'],
  javier: ['Property management system', 'SQL'],
  annika: ['Accessibility', 'Web pages'],
  tariq: ['Networks', 'Wi-Fi surveys'],
  esther: ['Mentoring', 'Difficult conversations', 'Employment law'],
  amara: ['Culture stewardship', 'Mentoring', 'Facilitation'],
  carmen: ['Onboarding', 'Difficult conversations'],
  satu: ['Payroll', 'Excel'],
  nadezhda: ['Work permits', 'Translation Russian–Finnish'],
  henrik: ['Budgets', 'Excel'],
  nadia: ['Budgets', 'Power BI'],
  heikki: ['Contracts', 'Privacy'],
  laura: ['Employment law', 'Contracts'],
  david: ['Photography', 'Newsletters'],
  alba: ['Photography', 'Social media'],
  mercedes: ['Menus', 'Allergens'],
  olli: ['Bread', 'Allergens', 'First aid'],
  bruno: ['Wine', 'Facilitation'],
};

export const samplePronouns: Record<string, string> = {
  aino: 'she/her',
  amara: 'she/her',
  jussi: 'he/him',
  mika: 'he/him',
  annika: 'they/them',
  alba: 'ella',
  tom: 'they/them',
};

/** Beside those whose words they read every day. */
export const moreLanguages: Record<string, string[]> = {
  katri: ['sv'],
  emilia: ['sv'],
  huong: ['vi'],
  samuel: ['yo'],
  yusuf: ['tr'],
  fatima: ['ar', 'fr'],
  zainab: ['so', 'ar'],
  grace: ['sw'],
  lan: ['vi'],
  amara: ['fr'],
  tariq: ['ur'],
  linnea: ['sv'],
  freya: ['da', 'sv'],
  satu: ['sv', 'et'],
  chen: ['zh'],
  ravi: ['hi', 'ta'],
  paula: ['pt'],
};

const mornings: Week = {
  ...usualWeek,
  1: [['08:00', '12:00']],
  2: [['08:00', '12:00']],
  3: [['08:00', '12:00']],
  4: [['08:00', '12:00']],
  5: [['08:00', '12:00']],
};
/** Those who work otherwise than their team. */
export const shortWeeks: Record<string, Week> = {
  satu: mornings,
  heikki: { ...usualWeek, 5: [] },
  annika: { ...usualWeek, 1: [['10:00', '18:00']], 2: [['10:00', '18:00']] },
};

/** A person, and their further managers. */
export const sampleDotted: string[][] = [
  ['eija', 'pirjo'],
  ['pekka', 'marja'],
  ['javier', 'marja'],
  ['nadia', 'ilona'],
];

/** Who, from and until in days from today, who stands in, in a few words. */
export const sampleAbsences: Array<
  [person: string, from: number, until: number, standIn: string | null, words: string]
> = [
  ['katri', -2, 5, 'emilia', 'On holiday in Lapland'],
  ['javier', -1, 3, 'kirill', ''],
  ['paula', -3, 2, 'carmen', 'At a conference in Tampere'],
  ['heikki', 0, 1, 'laura', ''],
  ['emilia', 0, 0, 'riikka', 'A day off'],
  ['ville', -4, 12, null, ''],
  ['mika', 9, 13, 'kirill', 'In the mountains'],
  ['marja', 20, 34, 'riikka', 'Christmas with my parents'],
];
