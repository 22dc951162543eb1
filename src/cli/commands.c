/* The table of commands: what `ijkpunt hulp` shows, in the order in which a user meets them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/near.h"

static const char begin_uitleg[] =
	"Maakt de map MAP met een lege database, de gebieden van de gemeente, en de normen die\n"
	"in de afspraken staan. Bestaat de map al als werkmap, dan verandert er niets.\n\n"
	"  ijkpunt begin lea --gemeente NAAM\n\n"
	"Voor een gemeente die niet is meegeleverd geeft u zelf een lijst van gebieden:\n\n"
	"  ijkpunt begin lea --gemeente mijnstad --gebieden gebieden.csv";

static const char voorbeeld_uitleg[] =
	"Maakt een werkmap met verzonnen leveringen, om ijkpunt te leren kennen. Op alles wat er\n"
	"uit komt staat dat de gegevens fictief zijn.\n\n"
	"  ijkpunt voorbeeld proef";

static const char laad_uitleg[] =
	"Leest leveringen in: herkent het soort bestand, controleert alles en laadt het hele\n"
	"bestand of niets. Van een map worden alle bestanden .csv, .tsv en .txt gelezen. Daarna\n"
	"worden de indicatoren bijgewerkt. Verandert een bestand eerdere cijfers, dan ziet u wat er\n"
	"verandert en beslist u; de oude cijfers blijven bewaard.\n\n"
	"  ijkpunt laad VVE_2026K3_D.csv --proef\n"
	"  ijkpunt laad VVE_2026K3_D.csv";

static const char controleer_uitleg[] =
	"Zonder bestand: controleert alle definities (indicatoren, normen, importprofielen) en hun\n"
	"verwijzingen naar elkaar. Met bestanden: controleert ze zoals 'laad' dat doet, zonder iets\n"
	"te bewaren.\n\n"
	"Met --onthulling: leest openbare bestanden die al gemaakt zijn (...-berekening.csv, cijfers.csv,\n"
	"cijfers.json en de tabellen van de html), legt ze naast elkaar en naast wat eerder is gepubliceerd,\n"
	"en zoekt of er een klein aantal uit te halen is, ook als iemand er daarna iets in veranderde. Van\n"
	"cijfers die niet in de werkmap staan, kijkt zij naar de bestanden zelf. Welke bestanden niet zijn\n"
	"gelezen, staat er. Wat zij meldt is intern.\n\n"
	"  ijkpunt controleer --onthulling uitvoer";

static const char draai_terug_uitleg[] =
	"De levering telt niet meer mee vanaf nu; de cijfers die zij verving gelden weer. Er wordt\n"
	"niets gewist: 'ijkpunt levering-herstel NR' maakt het ongedaan.";

static const char bevindingen_uitleg[] =
	"Wat bij het laden van levering NR opviel. Met --mail als tekst die u aan de leverancier\n"
	"kunt sturen.";

static const char toon_uitleg[] =
	"Zonder INDICATOR alle indicatoren. U ziet de nieuwste periode, eerst de eigen gemeente en\n"
	"dan de wijken. De uitvoer is intern: verspreid haar niet. Met --editie openbaar ziet u wat\n"
	"naar buiten mag.\n\n"
	"  ijkpunt toon OAB-01 --niveau wijk\n"
	"  ijkpunt toon OAB-01 --niveau gemeente --verloop";

static const char uitleg_uitleg[] =
	"Waar een cijfer vandaan komt: de som met de getallen ingevuld, de bestanden en regels, de\n"
	"norm met de letterlijke afspraak, de definitie en eerdere waarden. De uitvoer is intern. Met\n"
	"--editie openbaar blijft weg wat niet naar buiten mag: ook de regels en de eerdere waarden.\n\n"
	"  ijkpunt uitleg OAB-01 Meerzicht 2026-K2";

static const char rapport_uitleg[] =
	"Maakt een rapport als een bestand dat op zichzelf staat: een themablad (met de naam van de\n"
	"actielijn, L1 tot en met L6), de bundel voor een vergadering van de stuurgroep, of de\n"
	"evaluatie van een jaar. In de editie openbaar zijn kleine aantallen afgeschermd, en alles\n"
	"waaruit ze te berekenen zijn. De editie intern toont alles; verspreid haar niet.\n\n"
	"  ijkpunt rapport themablad L3 --periode 2026-K2\n"
	"  ijkpunt rapport bundel --periode 2026-K2\n"
	"  ijkpunt rapport evaluatie 2026\n\n"
	"De html wordt altijd gemaakt, met een berekening.csv: elk getal van het rapport en zijn\n"
	"termen. Met --formaat komen er bestanden naast: xlsx (een werkblad per\n"
	"tabel), csv (een map met elke tabel, een codeboek en metadata.json), pdf (met het pakket\n"
	"chromium), en van elke grafiek svg of png (met het pakket librsvg2-bin) met een beschrijving.\n"
	"Een getal is overal hetzelfde getal, met dezelfde afronding.\n\n"
	"  ijkpunt rapport themablad L3 --periode 2026-K2 --formaat pdf,xlsx";

static const char status_uitleg[] =
	"Wat er is geladen, wat ontbreekt, wat te laat is, en wat u nu kunt doen. Te laat wordt\n"
	"gemeten op de dag van --stand-per, of anders vandaag.";

static const char doelen_uitleg[] =
	"Zonder DOEL alle doelen als boom: wat valt waaronder. Met DOEL de letterlijke afspraak, waar\n"
	"zij staat, en wat eronder valt. Met --dekking een tabel: is het te meten, met welke\n"
	"indicator, welke norm, tot wanneer er cijfers zijn, welke acties lopen, en wat het laatst is\n"
	"besloten. Acties en besluiten komen uit de registers; die van een doel tellen ook mee bij het\n"
	"doel erboven.\n\n"
	"  ijkpunt doelen ZM-L3\n"
	"  ijkpunt doelen --dekking";

static const char norm_uitleg[] =
	"De normen en richtwaarden: voor welk niveau en welke periode, wie ze heeft afgesproken en\n"
	"met welke woorden. Met 'zet' legt u een eigen richtwaarde vast. Die vervangt niets: elke\n"
	"waarde blijft staan, met wie haar wanneer vastlegde.\n\n"
	"  ijkpunt norm OAB-01\n"
	"  ijkpunt norm zet OAB-02 80 --niveau wijk --vanaf 2026-09-01 --bron \"voorstel werkgroep\"";

static const char backup_uitleg[] =
	"Schrijft de hele werkmap in een bestand en kijkt het na. Zonder BESTAND komt de kopie in de\n"
	"werkmap, met de datum in de naam. Een bestand dat er al is, wordt niet overschreven.";

static const char herstel_uitleg[] =
	"Zet een reservekopie terug in de werkmap. De kopie wordt eerst nagekeken. Wat er stond blijft\n"
	"bewaard onder een andere naam.";

static const char exporteer_uitleg[] =
	"Schrijft alle cijfers als CSV en JSON, met een codeboek en met waar alles vandaan komt\n"
	"(metadata.json). In de editie openbaar zijn kleine aantallen afgeschermd, en alles waaruit\n"
	"ze te berekenen zijn. De editie intern bevat alles; verspreid haar niet.\n"
	"De CSV opent met een klik in een Nederlandse spreadsheet; --csv internationaal schrijft\n"
	"komma's ertussen en punten in getallen.";

static const char profiel_uitleg[] =
	"Bekijkt een bestand dat nog geen profiel heeft en maakt er een ontwerp voor: scheidingsteken,\n"
	"kolommen en hun soort. Wat niet te beslissen is, wordt gezegd. Het profiel gaat naar de\n"
	"standaarduitvoer.\n\n"
	"  ijkpunt profiel export.csv > imports/mijn_bron.json";

const struct command command_list[] = {
	{"begin", "MAP", 1, 1, "een werkmap voor uw gemeente maken", begin_uitleg, cmd_begin},
	{"voorbeeld", "MAP", 1, 1, "een werkmap met verzonnen cijfers maken, om te proberen", voorbeeld_uitleg,
		cmd_voorbeeld},
	{"status", "", 0, 0, "wat er is geladen, wat ontbreekt en wat te laat is", status_uitleg, cmd_status},
	{"laad", "BESTAND|MAP...", 1, ARGS_ANY, "leveringen inlezen: alles of niets per bestand", laad_uitleg,
		cmd_laad},
	{"controleer", "[BESTAND...]", 0, ARGS_ANY, "definities of bestanden controleren zonder te laden",
		controleer_uitleg, cmd_controleer},
	{"profiel", "BESTAND", 1, 1, "een ontwerp van een importprofiel maken", profiel_uitleg, cmd_profiel},
	{"leveringen", "", 0, 0, "alle leveringen met hun nummer", NULL, cmd_leveringen},
	{"bevindingen", "NR", 1, 1, "wat er opviel aan een levering", bevindingen_uitleg, cmd_bevindingen},
	{"draai-terug", "NR", 1, 1, "een levering niet meer laten meetellen", draai_terug_uitleg, cmd_draai_terug},
	{"levering-herstel", "NR", 1, 1, "een teruggedraaide levering weer laten meetellen", NULL,
		cmd_levering_herstel},
	{"bereken", "", 0, 0, "alle indicatoren berekenen", NULL, cmd_bereken},
	{"toon", "[INDICATOR...]", 0, ARGS_ANY, "cijfers in een tabel", toon_uitleg, cmd_toon},
	{"uitleg", "INDICATOR GEBIED PERIODE", 3, 3, "waar een cijfer vandaan komt, tot op de regel", uitleg_uitleg,
		cmd_uitleg},
	{"rapport", "SOORT [NAAM|JAAR]", 1, 2, "een themablad, bundel of evaluatie maken", rapport_uitleg, cmd_rapport},
	{"doelen", "[DOEL]", 0, 1, "wat er is afgesproken, en waarmee het te volgen is", doelen_uitleg, cmd_doelen},
	{"norm", "[INDICATOR] | zet INDICATOR WAARDE", 0, 3, "normen en richtwaarden, en wie ze afsprak", norm_uitleg, cmd_norm},
	{"exporteer", "", 0, 0, "alle cijfers als bestanden voor andere programma's", exporteer_uitleg, cmd_exporteer},
	{"backup", "[BESTAND]", 0, 1, "een nagekeken reservekopie maken", backup_uitleg, cmd_backup},
	{"herstel", "BESTAND", 1, 1, "een reservekopie terugzetten", herstel_uitleg, cmd_herstel},
	{"logboek", "", 0, 0, "wie wat wanneer deed", NULL, cmd_logboek},
	{"hulp", "[OPDRACHT]", 0, 1, "deze uitleg, of die van een opdracht", NULL, cmd_hulp},
};
const size_t command_count = ARRAY_LEN(command_list);

const struct command *command_find(const char *naam)
{
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(command_list[i].naam, naam) == 0)
			return &command_list[i];
	}
	return NULL;
}

int command_unknown(const char *naam, struct err *err)
{
	const char **names = mem_new(command_count, sizeof *names);
	const char *near;

	for (size_t i = 0; i < command_count; i++)
		names[i] = command_list[i].naam;
	near = near_word(naam, names, command_count);
	free(names);
	err_set(err, ERR_USE, "De opdracht '%s' bestaat niet.", naam);
	if (near)
		return err_advise(err, "Bedoelt u 'ijkpunt %s'? Typ 'ijkpunt hulp' voor alle opdrachten.", near);
	return err_advise(err, "Typ 'ijkpunt hulp' voor alle opdrachten.");
}
