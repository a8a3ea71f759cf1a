// Rows of the sample people who keep the house: direction, front desk, housekeeping, maintenance. The columns are explained in sample-people.ts.

export const houseRows = `
ilona | Ilona Sarkkinen | EE-lo-na SARK-ki-nen | fi en | Helsinki | | | Leads the whole group, and eats in the staff canteen on Tuesdays so that anyone can reach her.
marja | Marja Lehtonen | MAR-ya LEH-to-nen | fi en | Helsinki | front-desk housekeeping | ilona | Directs rooms: sees that front desk, housekeeping and maintenance have the hands they need, for every guest who sleeps here.
riikka | Riikka Ahonen | REEK-ka AH-ho-nen | fi en | Helsinki | front-desk | marja | Leads the front desk in Helsinki and writes its rota, for colleagues who also have a life.
aino | Aino Virtanen | EYE-no VIR-ta-nen | en fi | Helsinki | front-desk | riikka | Welcomes guests at the Helsinki desk, and passes on to every other team what guests wished for aloud or only half aloud.
lucia | Lucía Navarro Gil | loo-THEE-ah na-VAR-ro HEEL | es en | Helsinki | front-desk | riikka | Looks after long-staying guests and everyone who prefers to be welcomed in Spanish.
samuel | Samuel Adeyemi | SAM-yoo-el ah-deh-YEH-mee | en | Helsinki | front-desk | riikka | Night manager: keeps the house calm and safe from eleven to seven, for guests and for the morning shift.
katri | Katri Hämäläinen | KAT-ri HAM-a-lie-nen | fi en | Helsinki | front-desk | riikka | Prepares group arrivals, so that forty people get their keys in ten minutes.
timur | Timur Karimov | ti-MOOR ka-REE-moff | ru:Тимур en fi | Helsinki | front-desk | riikka | Concierge: tickets, tables and small miracles for guests, in four languages.
emilia | Emilia Åkerblom | eh-MEE-lia OH-ker-bloom | fi en | Helsinki | front-desk | riikka | Evening shift leader; hands the day over so that nobody at night has to guess.
noah | Noah Fitzgerald | NO-ah fits-JER-ald | en | Helsinki | front-desk | emilia | Evening desk, and the voice on the telephone for guests who arrive late.
huong | Hương Nguyễn | hoong nwin | en fi | Helsinki | front-desk | emilia | Desk and guest messages: answers what guests write, within ten minutes.
pekka | Pekka Rautio | PEK-ka ROW-tee-o | fi en | Tampere | front-desk | riikka | Runs the front desk in Tampere, for guests and for three colleagues on each shift.
sofia-m | Sofía Molina Vera | so-FEE-ah mo-LEE-na VEH-ra | es en fi | Tampere | front-desk | pekka | Welcomes guests in Tampere and keeps the city tips on the counter fresh.
jere | Jere Mattila | YEH-reh MAT-ti-la | fi en | Tampere | front-desk | pekka | Night desk in Tampere; also counts the breakfast list for the kitchen.
anni | Anni Kettunen | AN-ni KET-tu-nen | fi en | Tampere | front-desk | pekka | Desk and luggage in Tampere, for guests who come by train.
yusuf | Yusuf Demir | YOO-soof deh-MEER | en fi | Helsinki | front-desk | emilia | Doorman and bell desk: the first good morning that a guest hears.
elina-k | Elina Koskela | EH-li-na KOS-ke-la | fi en | Helsinki | front-desk | riikka | Regular guests: remembers their pillows, and tells housekeeping in time.
darya | Дарья Белова | DAR-ya bye-LO-va | ru:Дарья en fi | Helsinki | front-desk | riikka | Morning desk; checks out sixty guests before ten and still smiles.
tom | Tom Blackwood | tom BLACK-wood | en | Helsinki | front-desk | emilia | Trainee on a year of rotation; this quarter he learns from the front desk.
pirjo | Pirjo Väisänen | PEER-yo VIE-sa-nen | fi en | Helsinki | housekeeping | marja | Leads housekeeping in Helsinki, thirty years of knowing what a made bed says to a guest.
oleg | Oleg Sokolov | ah-LYEG sa-ka-LOFF | ru:Олег en fi | Helsinki | housekeeping | pirjo | Keeps floors three and four, and the linen rooms that the other floors borrow from.
svetlana | Светлана Орлова | svyet-LA-na ar-LO-va | ru:Светлана fi en | Helsinki | housekeeping | pirjo | Shift leader in the mornings; decides which room is cleaned first, for guests who wait in the lobby.
ludmila | Людмила Кравец | lood-MEE-la KRA-vyets | ru:Людмила fi | Helsinki | housekeeping | svetlana | Keeps the fifth floor, and teaches newcomers the corners.
maria-l | María López Serrano | ma-REE-ah LO-peth se-RRA-no | es en | Helsinki | housekeeping | svetlana | Keeps the second floor and the suites, for guests and for the photographers who like them.
fatima | Fatima Zahra Benali | FAH-ti-ma ZAH-ra ben-AH-lee | es en | Helsinki | housekeeping | svetlana | Keeps the sixth floor; speaks with every guest she meets in the corridor.
mirja | Mirja Niskanen | MEER-ya NIS-ka-nen | fi | Helsinki | housekeeping | pirjo | Runs the linen store: counts, sends, receives, so that no floor runs out.
grace | Grace Wanjiru | grace wan-JEE-roo | en fi | Helsinki | housekeeping | svetlana | Inspects rooms before they are given to the front desk.
anneli | Anneli Pitkänen | AN-ne-li PIT-ka-nen | fi | Helsinki | housekeeping | pirjo | Public areas and the lobby flowers, for everyone who walks in.
zainab | Zainab Hussein | ZAY-nab hoo-SAYN | en fi | Helsinki | housekeeping | svetlana | Keeps the third floor with Oleg; expert in stains of every kind.
irina | Irina Melnyk | ee-REE-na MEL-nik | ru:Ирина en | Helsinki | housekeeping | svetlana | Evening turn-down, and whatever guests need after six.
viktor | Виктор Зайцев | VEEK-tor ZIE-tsyff | ru:Виктор fi | Helsinki | housekeeping | pirjo | Moves beds, cots and furniture between floors, for housekeeping and events.
lan | Lan Phạm | lahn fahm | en | Helsinki | housekeeping | svetlana | Keeps the fourth floor; folds the towels that guests photograph.
eija | Eija Laaksonen | EY-ya LAAK-so-nen | fi en | Tampere | housekeeping | marja | Leads housekeeping in Tampere, eighty-two rooms and a sauna.
natalia | Наталья Гусева | na-TAL-ya GOO-sye-va | ru:Наталья fi | Tampere | housekeeping | eija | Keeps the first two floors in Tampere, for guests and for early trains.
hanna-r | Hanna Räsänen | HAN-na RA-sa-nen | fi en | Tampere | housekeeping | eija | Rooms and sauna in Tampere; the sauna is at eighty degrees when guests come.
blessing | Blessing Okoro | BLESS-ing o-KO-ro | en | Tampere | housekeeping | eija | Keeps the top floor in Tampere and its long-stay flats.
teresa | Teresa Marín Cano | te-REH-sa ma-REEN KA-no | es en | Helsinki | housekeeping | pirjo | Uniforms and laundry contracts, for everyone who wears our sun on the collar.
joonas | Joonas Halonen | YO-nas HA-lo-nen | fi en | Helsinki | housekeeping | pirjo | Night cleaner of restaurant and lobby, so that mornings start shining.
nino | Nino Kapanadze | NEE-no ka-pa-NAD-zeh | ru:Нино en | Helsinki | housekeeping | svetlana | Keeps rooms on every floor where a colleague is away.
soile | Soile Heikkilä | SOY-leh HAYK-ki-la | fi | Tampere | housekeeping | eija | Linen and breakfast room in Tampere.
amina | Amina Yusuf Ali | ah-MEE-na YOO-soof AH-lee | en fi | Helsinki | housekeeping | svetlana | In her first year: keeps the second floor with María.
tuomas | Tuomas Kallio | TWO-mas KAL-lee-o | en fi | Helsinki | maintenance | marja | Leads maintenance: what breaks in the morning should be forgotten by evening.
ville | Ville Saarinen | VIL-leh SAA-ri-nen | fi en | Helsinki | maintenance | tuomas | Electrician, for the house and for every event that brings its own lamps.
aleksei | Алексей Морозов | a-lyek-SAY ma-RO-zoff | ru:Алексей en fi | Helsinki | maintenance | tuomas | Plumbing and heating, for rooms, kitchen and spa.
kalle | Kalle Nurminen | KAL-leh NUR-mi-nen | fi | Helsinki | maintenance | tuomas | Carpenter: doors, chairs, beds and the squeak nobody else can find.
goran | Goran Petrović | GO-ran PET-ro-vitch | en fi | Helsinki | maintenance | tuomas | Air and cooling, for guests who sleep and for the kitchen's cold rooms.
antti | Antti Leppänen | ANT-ti LEP-pa-nen | fi en | Tampere | maintenance | tuomas | Everything that turns, drips or hums in the Tampere house.
paco | Francisco Ríos Peña | fran-THEES-ko REE-os PEH-nya | es en | Málaga | maintenance | tuomas | Pools, terraces and machines in Málaga, for guests and the house team.
ismo | Ismo Tolvanen | IS-mo TOL-va-nen | fi | Helsinki | maintenance | tuomas | Locks, lifts and safety rounds, for everyone who should sleep without a worry.
kwame | Kwame Mensah | KWAH-meh MEN-sah | en | Helsinki | maintenance | ville | Apprentice electrician; carries the ladder and asks good questions.
boris | Борис Лебедев | ba-REES LYE-bye-dyeff | ru:Борис fi en | Helsinki | maintenance | tuomas | Painter and plasterer, in empty rooms between two guests.
saara | Saara Myllymäki | SAA-ra MUL-lu-ma-ki | fi en | Tampere | maintenance | antti | Garden, yard and winter paths in Tampere, for guests who arrive in good shoes.
`;
