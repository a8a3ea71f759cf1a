// Rows of the sample people in the offices: IT, people and culture, purchasing, finance, legal, marketing. The columns are explained in sample-people.ts.

export const officeRows = `
henrik | Henrik Sundström | HEN-rik SUND-strum | en fi | Helsinki | finance | ilona | Director of finance and systems: numbers that people can act on, for every team lead.
mika | Mika Korhonen | MEE-ka KOR-ho-nen | en fi | Helsinki | it | henrik | Leads IT: tills, doors, screens and sign-ins that nobody has to think about.
jussi | Jussi Salonen | YUS-si SAH-lo-nen | en fi | Helsinki | it | mika | Administrator of our systems: accounts, access and the quiet work behind every first day.
kirill | Кирилл Громов | ki-REEL GRO-moff | ru:Кирилл en fi | Helsinki | it | mika | Networks and telephones, for the house and its guests.
javier | Javier Montes Rubio | ha-vee-AIR MON-tes ROO-bee-o | es en | Málaga | it | mika | All of IT in Málaga, and the tills of all three restaurants.
annika | Annika Nyström | AN-ni-ka NEW-strum | fi en | Helsinki | it | mika | Booking system and reports, for reservations and finance.
tariq | Tariq Mahmood | TAH-rik mah-MOOD | en | Helsinki | it | jussi | Service desk: laptops, telephones, and patience.
eero | Eero Laitinen | EH-ro LIE-ti-nen | fi en | Tampere | it | mika | Everything with a plug in the Tampere house.
freya | Freya Thomsen | FRAY-ah TOM-sen | en | Helsinki | it | mika | Event technology and screens, for every hall and its speakers.
ossi | Ossi Vuorinen | OS-si VWO-ri-nen | fi en | Helsinki | it | jussi | Apprentice; installs, labels and tidies cables in all of Helsinki.
esther | Esther Mbeki | ESS-ter m-BEH-kee | en | Helsinki | hr | ilona | Director of people and culture, for everyone who works here or did once.
amara | Amara Okafor | ah-MAH-ra o-KAH-for | en | Helsinki | hr | esther | Culture and people operations: listens, measures kindly, and sees that what we said we would do is done.
carmen | Carmen Ortega Luque | KAR-men or-TEH-ga LOO-keh | es en | Helsinki | hr | esther | HR partner for kitchen, restaurant and the Málaga house: contracts, rotas and hard conversations.
satu | Satu Heinonen | SAH-tu HAY-no-nen | fi en | Helsinki | hr | esther | HR partner for rooms and maintenance, from the first day to the last.
nadezhda | Надежда Ильина | na-DYEZH-da eel-yi-NA | ru:Надежда fi en | Helsinki | hr | esther | Permits, papers and language courses, for colleagues who moved here.
jenni | Jenni Aaltonen | YEN-ni AAL-to-nen | fi en | Helsinki | hr | satu | Recruiting and first weeks, for teams who need hands and people who need work.
oskar | Oskar Blomqvist | OS-kar BLOOM-kvist | en fi | Helsinki | hr | amara | Training and safety cards, for everyone with a uniform.
paula | Paula Méndez Arias | POW-la MEN-deth AH-ree-as | es en | Málaga | hr | carmen | People matters on site in Málaga, two days a week also for reservations.
timo | Timo Rantala | TEE-mo RAN-ta-la | fi en | Helsinki | purchasing | henrik | Leads purchasing: the right thing, at the back door, on the morning it is needed.
rocio | Rocío Delgado Paz | ro-THEE-o del-GA-do path | es en | Málaga | purchasing | timo | Buys fish, fruit and everything local for Málaga.
larisa | Лариса Никитина | la-REE-sa ni-KEE-ti-na | ru:Лариса fi en | Helsinki | purchasing | timo | Linen, cleaning goods and uniforms, for housekeeping above all.
juhani | Juhani Kemppainen | YU-ha-ni KEMP-pie-nen | fi en | Helsinki | purchasing | timo | Food and drink contracts, for both Finnish kitchens.
abena | Abena Owusu | ah-BEH-na o-WOO-soo | en | Helsinki | purchasing | timo | Furniture, technology and everything that is bought once in ten years.
marko | Marko Ylönen | MAR-ko U-lo-nen | fi en | Helsinki | purchasing | timo | Receives and checks goods at the back door, from six in the morning.
nadia | Nadia Haddad | NAH-dya had-DAD | en fi | Helsinki | finance | henrik | Leads accounting; invoices that are paid on the day we said.
sirpa | Sirpa Kokkonen | SIR-pa KOK-ko-nen | fi | Helsinki | finance | nadia | Payroll, for a hundred and fifty people who count on the fifteenth.
ines | Inés Cordero Blanco | ee-NES kor-DEH-ro BLAN-ko | es en | Málaga | finance | nadia | Accounts of the Málaga house, and its taxes.
raimo | Raimo Turunen | RIE-mo TU-ru-nen | fi en | Helsinki | finance | nadia | Guest invoices, refunds and the cash floats of every till.
yulia | Юлия Воробьёва | YOO-lya va-rab-YO-va | ru:Юлия en fi | Helsinki | finance | nadia | Supplier invoices, for purchasing and the kitchens.
george | George Papadakis | jorj pa-pa-DAH-kis | en | Helsinki | finance | henrik | Controller: budgets and forecasts, for leads who dislike surprises.
piia | Piia Hakala | PEE-ah HAH-ka-la | fi en | Tampere | finance | nadia | Cash and daily close in Tampere.
linnea | Linnea Forsberg | lin-NEH-ah FORS-berg | en fi | Helsinki | finance | george | Travel, expenses and company cards, for everyone who is ever on the road.
heikki | Heikki Alanen | HAYK-ki AH-la-nen | fi en | Helsinki | legal | ilona | General counsel: reads contracts so that others can shake hands.
laura | Laura Kivelä | LOW-ra KI-ve-la | fi en | Helsinki | legal | heikki | Privacy, photographs and guest data, for every team that writes something down.
alvaro | Álvaro Santos Reina | AL-va-ro SAN-tos RAY-na | es en | Málaga | legal | heikki | Spanish law, licences and leases, for the Málaga house.
chloe | Chloé Bennett | klo-EE BEN-net | en | Helsinki | legal | heikki | Supplier and event contracts, with an answer that one can understand.
maija | Maija Törmälä | MY-ya TUR-ma-la | fi en | Helsinki | marketing | tiina | Leads marketing: tells what is true about us, beautifully.
david | David O’Connor | DAY-vid o-CON-nor | en | Helsinki | marketing | maija | Words for menus, signs and letters, in plain English.
alba | Alba Reyes Pardo | AL-ba REH-yes PAR-do | es en | Málaga | marketing | maija | Pictures and social media, from all three houses.
emma | Emma Grönholm | EM-ma GRERN-holm | fi en | Helsinki | marketing | maija | Graphic design: menus, signs, key card sleeves.
polina | Полина Сергеева | pa-LEE-na syer-GYE-ye-va | ru:Полина fi en | Helsinki | marketing | maija | Newsletters, translations and guest letters in three languages.
`;
