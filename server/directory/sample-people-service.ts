// Rows of the sample people who feed, host and book: kitchen, restaurant, events, reservations, Málaga. The columns are explained in sample-people.ts.

export const serviceRows = `
bruno | Bruno Keller | BROO-no KELL-er | en fi | Helsinki | restaurant events | ilona | Directs food, drink and events: makes three teams serve as one, for guests who only see the plate.
mercedes | Mercedes Ibáñez Soler | mer-THEH-des ee-BA-nyeth so-LAIR | es en | Helsinki | kitchen | bruno | Head chef in Helsinki; knows every allergy in the house before the guest sits down.
olli | Olli Peltonen | OL-li PEL-to-nen | fi en | Helsinki | kitchen | mercedes | Sous-chef: hot kitchen and orders, for restaurant and events.
ravi | Ravi Subramaniam | RAH-vee soob-ra-MAH-nee-am | en | Helsinki | kitchen | mercedes | Vegetarian and special diets, for guests who are tired of explaining.
anton | Антон Кузнецов | an-TON kooz-nyet-SOFF | ru:Антон en fi | Helsinki | kitchen | olli | Cold kitchen and banquets; plates two hundred starters in an hour.
helmi | Helmi Suominen | HEL-mi SWO-mi-nen | fi en | Helsinki | kitchen | mercedes | Pastry chef: cakes for weddings, birthdays, and for colleagues who turn fifty.
pablo | Pablo Ferrer Vidal | PAB-lo fe-RRAIR vee-DAL | es en | Helsinki | kitchen | olli | Grill and fish, for dinner guests.
tuula | Tuula Rantanen | TOO-la RAN-ta-nen | fi | Helsinki | kitchen | mercedes | Breakfast cook: the porridge that regulars ask about.
chen | Chen Wei | chun way | en | Helsinki | kitchen | olli | Staff kitchen: a warm lunch for a hundred colleagues a day.
galina | Галина Попова | ga-LEE-na pa-PO-va | ru:Галина fi | Helsinki | kitchen | tuula | Breakfast buffet and bread, from half past five.
ari | Ari Kinnunen | AH-ri KIN-nu-nen | fi en | Tampere | kitchen | mercedes | Runs the kitchen in Tampere, for the house and its long lunches.
nieves | Nieves Castro Luna | nee-EH-ves KAS-tro LOO-na | es en | Tampere | kitchen | ari | Lunch cook in Tampere; brought the gazpacho that stayed on the menu.
jesse | Jesse Hyvönen | YES-seh HU-vo-nen | fi en | Helsinki | kitchen | olli | Dishwashing and stores: everything clean, everything in its place.
malik | Malik Diallo | ma-LEEK dee-AH-lo | en | Helsinki | kitchen | olli | Second-year apprentice, now learning sauces for the evening kitchen.
oksana | Oksana Tkachenko | ok-SAH-na tka-CHEN-ko | ru:Оксана en | Helsinki | kitchen | helmi | Bakes with Helmi at night, for breakfast and for events.
leena | Leena Jokinen | LEH-na YO-ki-nen | fi | Tampere | kitchen | ari | Breakfast in Tampere, for guests of the early trains.
roosa | Roosa Manninen | RO-sa MAN-ni-nen | fi en | Helsinki | restaurant | bruno | Leads the restaurant floor and seats everyone, also those who did not book.
mateo | Mateo Aguilar Ponce | ma-TEH-o ah-ghee-LAR PON-theh | es en | Helsinki | restaurant | roosa | Sommelier, for guests and for colleagues who must explain the list.
julia | Julia Wójcik | YOOL-ya VOY-chik | en fi | Helsinki | restaurant | roosa | Evening shift leader; keeps kitchen and tables in step.
kirsi | Kirsi Tuominen | KIR-si TWO-mi-nen | fi en | Helsinki | restaurant | roosa | Breakfast host: knows who takes oat milk.
artur | Артур Назаров | ar-TOOR na-ZA-roff | ru:Артур en fi | Helsinki | restaurant | roosa | Bartender, and the listener of the lobby.
ella | Ella Johansson | EL-la YO-han-son | en fi | Helsinki | restaurant | julia | Waits tables in the evening and trains the extra hands for weddings.
ibrahim | Ibrahim Osman | ib-ra-HEEM os-MAN | en fi | Helsinki | restaurant | julia | Room service, for guests who arrive hungry after the kitchen's rush.
vera | Vera Smirnova | VYE-ra smeer-NO-va | ru:Вера en | Helsinki | restaurant | julia | Waits tables, speaks with regulars in Russian and Finnish.
eetu | Eetu Lahtinen | EH-tu LAH-ti-nen | fi en | Tampere | restaurant | roosa | Runs the dining room in Tampere.
lola | Dolores Prieto Ruiz | do-LO-res pree-EH-to roo-EETH | es en | Helsinki | restaurant | roosa | Winter Garden host, for teas, tastings and quiet birthdays.
aapo | Aapo Virolainen | AA-po VEE-ro-lie-nen | fi en | Helsinki | restaurant | julia | Student at weekends: runs plates, fills water, never forgets a name.
minttu | Minttu Karjalainen | MINT-tu KAR-ya-lie-nen | fi en | Tampere | restaurant | eetu | Lunch and terrace in Tampere.
saga | Saga Lindroos | SAH-ga LIND-roos | en fi | Helsinki | events | bruno | Leads events: one person per client, from the first call to the thank-you card.
otto | Otto Vainio | OT-to VIE-nee-o | fi en | Helsinki | events | saga | Conferences and their technology, with IT and maintenance beside him.
beatriz | Beatriz Lozano Rey | beh-ah-TREETH lo-THA-no ray | es en | Málaga | events | saga | Weddings and company days in Málaga, together with the house team.
milla | Milla Korpela | MIL-la KOR-pe-la | fi en | Helsinki | events | saga | Weddings and family days; keeps the allergies of every guest list.
dmitri | Дмитрий Волков | DMEE-tree VOL-koff | ru:Дмитрий en fi | Helsinki | events | otto | Sets up halls: chairs, stage, light, and takes them down again.
esme | Esmé Laurent | ez-MAY lo-RAHN | en | Helsinki | events | saga | Offers and contracts, for clients who need an answer today.
konsta | Konsta Hiltunen | KON-sta HIL-tu-nen | fi en | Tampere | events | saga | Meetings and parties in Tampere.
priya | Priya Raman | PREE-ya RAH-man | en | Helsinki | events restaurant | milla | Coordinates extra hands for big evenings, half events and half restaurant.
tiina | Tiina Saarela | TEE-na SAA-re-la | fi en | Helsinki | reservations marketing | ilona | Commercial director: rooms at the right price, told in the right words.
sami | Sami Tervo | SAH-mi TEHR-vo | fi en | Helsinki | reservations | outi | New in reservations since this autumn; answers telephone bookings.
outi | Outi Mäkelä | OH-ti MA-ke-la | fi en | Helsinki | reservations | tiina | Leads reservations, for guests and for every team that must know who is coming.
elena | Елена Фёдорова | yeh-LYE-na FYO-da-ra-va | ru:Елена en fi | Helsinki | reservations | outi | Groups and tour operators, from the Baltic to the Black Sea.
gonzalo | Gonzalo Herrera Díaz | gon-THA-lo eh-RREH-ra DEE-ath | es en | Málaga | reservations | outi | Bookings for Málaga and the Spanish-speaking market.
marta | Marta Cabrera Sanz | MAR-ta ka-BREH-ra santh | es en | Málaga | reservations | gonzalo | Long winter stays in Málaga, for guests who come every year.
johanna | Johanna Eklund | yo-HAN-na EHK-lund | fi en | Helsinki | reservations | outi | Company agreements and their rates, with finance and legal.
arjun | Arjun Patel | AR-joon pa-TELL | en | Helsinki | reservations | outi | Channels and availability: what the web shows is what the house has.
veera | Veera Ojala | VEH-ra O-ya-la | fi en | Tampere | reservations | outi | Bookings for Tampere and its congress weeks.
lauri | Lauri Kangas | LOW-ri KANG-as | fi en | Helsinki | reservations | johanna | Gift cards, packages and the questions that fit no box.
mehdi | Mehdi Rahimi | MEH-dee ra-HEE-mee | en | Helsinki | reservations | outi | Weekend bookings and guest e-mail.
diego | Diego Romero Campos | dee-EH-go ro-MEH-ro KAM-pos | es en | Málaga | malaga | ilona | Director of the Málaga house, for its guests and the fourteen colleagues who make it.
isabel | Isabel Ruiz Toledo | ee-sa-BEL roo-EETH to-LEH-do | es en | Málaga | malaga | diego | Front desk in Málaga; first to know, first to tell.
antonio | Antonio Vargas León | an-TO-nee-o VAR-gas leh-ON | es | Málaga | malaga | diego | Chef of the terrace restaurant in Málaga.
rosario | Rosario Campos Gil | ro-SA-ree-o KAM-pos HEEL | es | Málaga | malaga | diego | Leads housekeeping in Málaga, sixty rooms and a lot of sand.
joaquin | Joaquín Medina Sáez | ho-ah-KEEN meh-DEE-na SA-eth | es en | Málaga | malaga | isabel | Night desk in Málaga.
pilar | Pilar Esteban Mora | pee-LAR es-TEH-ban MO-ra | es en | Málaga | malaga | isabel | Concierge in Málaga: boats, tables and doctors who answer.
luis | Luis Fajardo Peña | loo-EES fa-HAR-do PEH-nya | es | Málaga | malaga | rosario | Keeps the garden rooms.
ana-b | Ana Belén Soto | AH-na beh-LEN SO-to | es | Málaga | malaga | rosario | Keeps the first floor and teaches new colleagues.
kaarina | Kaarina Lindholm | KAA-ri-na LIND-holm | fi en es | Málaga | malaga | isabel | Guest relations for Nordic guests who stay the winter.
nuria | Nuria Vidal Costa | NOO-ree-ah vee-DAL KOS-ta | es en | Málaga | malaga | antonio | Sous-chef in Málaga: fish in the morning, rice at noon.
hamza | Hamza El Idrissi | HAM-za el id-REE-see | es en | Málaga | malaga | antonio | Breakfast and stores in Málaga.
carlota | Carlota Benítez Rey | kar-LO-ta beh-NEE-teth ray | es en | Málaga | malaga | antonio | Terrace service, for sunsets and those who watch them.
tatiana | Татьяна Морено | ta-TYA-na mo-REH-no | ru:Татьяна es en | Málaga | malaga | isabel | Front desk in Málaga, for guests who write in Russian.
raul | Raúl Ortega Nieto | rah-OOL or-TEH-ga nee-EH-to | es | Málaga | malaga | rosario | Laundry and linen in Málaga.
`;
